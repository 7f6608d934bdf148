package dev.convoy.world;

/** A charging station beside the road. */
public record Station(double km, double powerKw) {
    /** What a fast charger of today gives. */
    public static final double FAST_KW = 150;

    public Station {
        if (!(powerKw > 0)) {
            throw new IllegalArgumentException("a station's power must be above 0 kW: " + powerKw);
        }
    }
}
