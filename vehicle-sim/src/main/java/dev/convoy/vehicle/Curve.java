package dev.convoy.vehicle;

/** A function given by points, linear between them and constant beyond the first and the last. */
public final class Curve {
    /** Charging power over its peak by per cent of charge, as open-ev-data has it for cars it knows nothing of. */
    static final Curve USUAL_CHARGING = through(0, 0.95, 75, 1, 100, 0.11);

    private final double[] xs;
    private final double[] ys;

    private Curve(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** Alternating x and y; x ascends. */
    public static Curve through(double... points) {
        if (points.length < 2 || points.length % 2 != 0) {
            throw new IllegalArgumentException("a curve needs pairs of x and y: " + points.length + " numbers");
        }
        double[] xs = new double[points.length / 2];
        double[] ys = new double[points.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
            if (!Double.isFinite(ys[i]) || (i > 0 && !(xs[i] > xs[i - 1]))) {
                throw new IllegalArgumentException(
                        "a curve's x must ascend and its y be finite: " + xs[i] + ":" + ys[i]);
            }
        }
        return new Curve(xs, ys);
    }

    public double at(double x) {
        if (!(x > xs[0])) {
            return ys[0];
        }
        for (int i = 1; i < xs.length; i++) {
            if (x < xs[i]) {
                double part = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
                return ys[i - 1] + part * (ys[i] - ys[i - 1]);
            }
        }
        return ys[ys.length - 1];
    }

    public Curve scaledBy(double factor) {
        double[] scaled = ys.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Curve(xs, scaled);
    }

    public double highest() {
        double highest = ys[0];
        for (double y : ys) {
            highest = Math.max(highest, y);
        }
        return highest;
    }

    /** The x of the first point. */
    public double from() {
        return xs[0];
    }

    /** The x of the last point. */
    public double to() {
        return xs[xs.length - 1];
    }
}
