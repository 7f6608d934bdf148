package dev.convoy.fleet;

import java.util.Optional;

/**
 * One vehicle as an experiment file gives it; what is left out is drawn.
 *
 * @param model its model's name
 * @param charge with which it begins, a fraction
 * @param km where it begins
 * @param health of its battery: usable energy over that of a new one
 * @param cruiseKmh the speed its driver likes on an empty road
 */
public record CarConfig(
        String model,
        Optional<Double> charge,
        Optional<Double> km,
        Optional<Double> health,
        Optional<Double> cruiseKmh) {
    public CarConfig {
        require("charge", charge, 0.02, 1);
        require("km", km, 0, Double.MAX_VALUE);
        require("health", health, Traits.WORST_HEALTH, 1);
        require("cruise-kmh", cruiseKmh, 30, 180);
    }

    private static void require(String key, Optional<Double> value, double low, double high) {
        if (value.isPresent() && !(value.get() >= low && value.get() <= high)) {
            throw new IllegalArgumentException(key + " must be " + low + " to " + high + ": " + value.get());
        }
    }
}
