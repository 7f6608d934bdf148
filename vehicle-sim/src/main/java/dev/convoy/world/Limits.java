package dev.convoy.world;

/** Checks of the numbers in an experiment file; a number that is none fails them. */
final class Limits {
    private Limits() {}

    static void require(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " must be " + low + " to " + high + ": " + value);
        }
    }

    /** Up to a high number and not nothing. */
    static void requireAbove(String key, double value, double low, double high) {
        if (!(value > low && value <= high)) {
            throw new IllegalArgumentException(key + " must be above " + low + " and at most " + high + ": " + value);
        }
    }

    static void requireStretch(double fromKm, double toKm) {
        if (!(fromKm >= 0 && toKm > fromKm && toKm <= WorldConfig.LONGEST_ROAD_KM)) {
            throw new IllegalArgumentException(
                    "to-km must lie beyond from-km, and both on the road: " + fromKm + " to " + toKm);
        }
    }

    static void requireOnRoad(String word, double toKm, double lengthKm) {
        if (toKm > lengthKm) {
            throw new IllegalArgumentException(
                    "drift: " + word + " must end on the road, which has " + lengthKm + " km: " + toKm);
        }
    }
}
