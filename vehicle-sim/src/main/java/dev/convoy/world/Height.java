package dev.convoy.world;

/**
 * The height of one place of the road.
 *
 * @param km from the start of the section
 * @param m metres above the sea
 */
public record Height(double km, double m) {
    private static final double LOWEST_M = -450;
    private static final double HIGHEST_M = 6_000;

    public Height {
        Limits.require("km", km, 0, WorldConfig.LONGEST_KM);
        Limits.require("m", m, LOWEST_M, HIGHEST_M);
    }
}
