package dev.convoy.world;

import java.util.List;

/**
 * The height of the road, known at every whole kilometre. Where the user gives none: hills everywhere, and a plateau in
 * the third quarter of each section, so that nodes differ in grade and cold. It is the same for every seed: a road is not
 * a matter of chance.
 */
public final class ElevationProfile {
    /** The height of our own road without hills and plateau. */
    static final double LOWLAND_M = 200;

    private static final double PLATEAU_M = 450;
    private static final double STEEPEST = 0.15;
    private static final double MOST_RELIEF = 3;
    /** Towards the ends of a section its relief passes into the usual one, so that no step lies between sections. */
    private static final double FADING_KM = 15;

    private final double[] heightsM;

    public ElevationProfile(WorldConfig config) {
        List<Height> given = config.elevation();
        double lengthKm = config.lengthKm();
        this.heightsM = new double[(int) Math.ceil(config.roadKm()) + 2];
        for (int km = 0; km < heightsM.length; km++) {
            double inSection = km % lengthKm;
            double height = given.isEmpty() ? height(km, inSection / lengthKm) : between(given, inSection);
            int section = (int) (km / lengthKm);
            double relief = config.relief().get(section % config.relief().size());
            double edgeKm = Math.min(inSection, lengthKm - inSection);
            double factor = 1 + (relief - 1) * Math.min(1, edgeKm / FADING_KM);
            double startM = given.isEmpty() ? LOWLAND_M : given.get(0).m();
            heightsM[km] = factor == 1 ? height : startM + factor * (height - startM);
        }
    }

    /** @throws IllegalArgumentException if no road has such heights */
    static void check(List<Height> heights, List<Double> relief, double lengthKm, int sections) {
        if (relief.isEmpty() || relief.size() > sections) {
            throw new IllegalArgumentException(
                    "relief needs a factor for at least one section and at most all " + sections + ": " + relief);
        }
        double steepest = 0;
        for (double factor : relief) {
            if (!(factor >= 0 && factor <= MOST_RELIEF)) {
                throw new IllegalArgumentException("relief must be 0 to " + MOST_RELIEF + ": " + factor);
            }
            steepest = Math.max(steepest, factor);
        }
        for (int i = 1; i < heights.size(); i++) {
            Height from = heights.get(i - 1);
            Height to = heights.get(i);
            if (!(to.km() > from.km())) {
                throw new IllegalArgumentException("elevation must ascend by km: " + from.km() + ", " + to.km());
            }
            if (steepest * Math.abs(to.m() - from.m()) > STEEPEST * 1000 * (to.km() - from.km())) {
                throw new IllegalArgumentException(
                        "elevation: no road is steeper than " + STEEPEST + ", from km " + from.km() + " to " + to.km());
            }
        }
        if (heights.isEmpty()) {
            return;
        }
        Height first = heights.get(0);
        Height last = heights.get(heights.size() - 1);
        if (last.km() > lengthKm) {
            throw new IllegalArgumentException(
                    "elevation must end on the road, which has " + lengthKm + " km: " + last.km());
        }
        if (sections > 1 && first.m() != last.m()) {
            throw new IllegalArgumentException("elevation must end as high as it begins where one section follows"
                    + " another: " + first.m() + ", " + last.m());
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

    /** Level before the first and behind the last. */
    private static double between(List<Height> heights, double km) {
        Height before = heights.get(0);
        for (Height next : heights) {
            if (next.km() > km) {
                double part = next.km() == before.km() ? 0 : Math.max(0, km - before.km()) / (next.km() - before.km());
                return before.m() * (1 - part) + next.m() * part;
            }
            before = next;
        }
        return before.m();
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
