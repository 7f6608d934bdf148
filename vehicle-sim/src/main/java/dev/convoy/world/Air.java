package dev.convoy.world;

/** The weather at one place and instant. */
public record Air(double temperatureC, double headWindMps, double precipitationMmPerHour) {
    /** Below this what falls is snow. */
    public static final double SNOW_BELOW_C = 1;

    public boolean snows() {
        return precipitationMmPerHour > 0 && temperatureC < SNOW_BELOW_C;
    }
}
