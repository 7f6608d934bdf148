package dev.convoy.world;

import java.util.OptionalLong;

/** What all drifts together do to one vehicle. */
public final class VehicleDrift {
    private final Drifts drifts;
    private final double[] lots;

    VehicleDrift(Drifts drifts, double[] lots) {
        this.drifts = drifts;
        this.lots = lots;
    }

    /** On what driving takes. */
    public double consumptionFactor(double km, long timeMs) {
        double product = 1;
        for (int i = 0; i < lots.length; i++) {
            product *= drifts.shows(i, km, timeMs) ? drifts.drift(i).consumptionFactor(lots[i], timeMs) : 1;
        }
        return product;
    }

    /** On the rolling resistance of the tyres. */
    public double rollingFactor(double km, long timeMs) {
        double product = 1;
        for (int i = 0; i < lots.length; i++) {
            product *= drifts.shows(i, km, timeMs) ? drifts.drift(i).rollingFactor(lots[i], timeMs) : 1;
        }
        return product;
    }

    /** Added to the reserve it keeps. */
    public double reserveShift(double km, long timeMs) {
        double sum = 0;
        for (int i = 0; i < lots.length; i++) {
            sum += drifts.shows(i, km, timeMs) ? drifts.drift(i).reserveShift(lots[i], timeMs) : 0;
        }
        return sum;
    }

    /** On the energy its battery holds. */
    public double capacityFactor(long timeMs) {
        double product = 1;
        for (int i = 0; i < lots.length; i++) {
            product *= drifts.drift(i).capacityFactor(lots[i], timeMs);
        }
        return product;
    }

    /** Added to the charge it shows. */
    public double shownChargeShift(double km, long timeMs) {
        double sum = 0;
        for (int i = 0; i < lots.length; i++) {
            sum += drifts.shows(i, km, timeMs) ? drifts.drift(i).shownChargeShift(lots[i], timeMs) : 0;
        }
        return sum;
    }

    /** Since when its thermometer has been stuck; the first drift that says so counts. */
    public OptionalLong thermometerStuckSince(double km, long timeMs) {
        for (int i = 0; i < lots.length; i++) {
            if (drifts.shows(i, km, timeMs)) {
                OptionalLong since = drifts.drift(i).thermometerStuckSince(lots[i], timeMs);
                if (since.isPresent()) {
                    return since;
                }
            }
        }
        return OptionalLong.empty();
    }
}
