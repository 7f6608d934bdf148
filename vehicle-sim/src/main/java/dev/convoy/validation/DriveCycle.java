package dev.convoy.validation;

import java.util.Locale;

/** A prescribed drive: the speed at each second. */
public final class DriveCycle {
    private static final double MPH = 0.44704;

    private final String name;
    private final double[] speedsMps;

    private DriveCycle(String name, double[] speedsMps) {
        if (speedsMps.length < 2) {
            throw new IllegalArgumentException(name + ": a cycle needs two seconds at least: " + speedsMps.length);
        }
        for (double speed : speedsMps) {
            if (!(speed >= 0)) {
                throw new IllegalArgumentException(name + ": a speed must not be negative: " + speed);
            }
        }
        this.name = name;
        this.speedsMps = speedsMps;
    }

    public static DriveCycle of(String name, double... speedsMps) {
        return new DriveCycle(name, speedsMps.clone());
    }

    /** The EPA's city cycle. */
    public static DriveCycle udds() {
        return shipped("UDDS");
    }

    /** The EPA's highway cycle. */
    public static DriveCycle hwfet() {
        return shipped("HWFET");
    }

    /** The EPA's aggressive cycle. */
    public static DriveCycle us06() {
        return shipped("US06");
    }

    private static DriveCycle shipped(String name) {
        double[] speeds = Resources.rows(name.toLowerCase(Locale.ROOT) + ".csv").stream()
                .mapToDouble(mph -> Double.parseDouble(mph) * MPH)
                .toArray();
        return new DriveCycle(name, speeds);
    }

    public String name() {
        return name;
    }

    /** How long it takes. */
    public int seconds() {
        return speedsMps.length - 1;
    }

    /** At this second, from 0 to {@link #seconds()}. */
    public double speedMps(int second) {
        return speedsMps[second];
    }

    /** Between two seconds. */
    public double metres(int fromSecond, int toSecond) {
        double metres = 0;
        for (int second = fromSecond; second < toSecond; second++) {
            metres += (speedsMps[second] + speedsMps[second + 1]) / 2;
        }
        return metres;
    }

    public double kilometres() {
        return metres(0, seconds()) / 1000;
    }

    /** What speeding up takes between two seconds, per kilogram of mass: half the sum of all rises of squared speed. */
    double risesPerKg(int fromSecond, int toSecond) {
        double joules = 0;
        for (int second = fromSecond; second < toSecond; second++) {
            double before = speedsMps[second];
            double after = speedsMps[second + 1];
            joules += Math.max(0, after * after - before * before) / 2;
        }
        return joules;
    }
}
