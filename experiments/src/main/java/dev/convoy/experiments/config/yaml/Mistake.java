package dev.convoy.experiments.config.yaml;

/** One thing that is wrong with what a user wrote. */
public record Mistake(Place place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
