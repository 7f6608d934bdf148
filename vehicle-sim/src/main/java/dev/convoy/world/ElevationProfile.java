package dev.convoy.world;

/**
 * The height of the road: hills everywhere, and a plateau in its third quarter, so that nodes differ in grade and cold.
 * It is the same for every seed: a road is not a matter of chance.
 */
public final class ElevationProfile {
    /** The height of the road without hills and plateau. */
    static final double LOWLAND_M = 200;

    private static final double PLATEAU_M = 450;

    private final double[] heightsM;

    public ElevationProfile(double lengthKm) {
        this.heightsM = new double[(int) Math.ceil(lengthKm) + 2];
        for (int km = 0; km < heightsM.length; km++) {
            heightsM[km] = height(km, km / lengthKm);
        }
    }

    /** Metres above the sea, linear between whole kilometres. */
    public double heightAt(double km) {
        int index = (int) Math.max(0, Math.min(heightsM.length - 2, Math.floor(km)));
        double part = km - index;
        return heightsM[index] * (1 - part) + heightsM[index + 1] * part;
    }

    /** Metres per metre. */
    public double gradeAt(double fromKm, double toKm) {
        return (heightAt(toKm) - heightAt(fromKm)) / ((toKm - fromKm) * 1000);
    }

    private static double height(double km, double share) {
        double plateau = Math.min(ramp((share - 0.46) / 0.22), 1 - ramp((share - 0.82) / 0.16));
        return LOWLAND_M + PLATEAU_M * plateau + wave(km, 95, 45) + wave(km, 31, 20) + wave(km, 11, 8);
    }

    private static double wave(double km, double lengthKm, double heightM) {
        return heightM * StrictMath.sin(2 * Math.PI * km / lengthKm);
    }

    private static double ramp(double x) {
        double held = Math.max(0, Math.min(1, x));
        return held * held * (3 - 2 * held);
    }
}
