package dev.convoy.experiments.config;

import java.time.Duration;
import java.util.Optional;

/** What is different about one node; the rest is as for all nodes. */
public record NodeOverrides(Optional<Duration> compute, LinkOverrides link) {
    public static NodeOverrides standard() {
        return new NodeOverrides(Optional.empty(), LinkOverrides.standard());
    }
}
