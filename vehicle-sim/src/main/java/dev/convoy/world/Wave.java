package dev.convoy.world;

/**
 * Sine and cosine of a share of a full turn, from a table: within 3e-7, and several times faster than computed. Days,
 * years and hills need no more.
 */
public final class Wave {
    private static final int POINTS = 4096;
    private static final double[] SINES = new double[POINTS + 1];

    static {
        for (int i = 0; i <= POINTS; i++) {
            SINES[i] = StrictMath.sin(2 * Math.PI * i / POINTS);
        }
    }

    private Wave() {}

    public static double sine(double turns) {
        double place = (turns - Math.floor(turns)) * POINTS;
        // a turn that is a hair below 0 is rounded to a whole one
        int point = Math.min(POINTS - 1, (int) place);
        return SINES[point] + (place - point) * (SINES[point + 1] - SINES[point]);
    }

    public static double cosine(double turns) {
        return sine(turns + 0.25);
    }
}
