package dev.convoy.experiments.config;

import java.time.Duration;
import java.util.Optional;

/** What is different about one node's link; the rest is as for all nodes. */
public record LinkOverrides(Optional<Duration> latency, Optional<Duration> jitter, Optional<Double> loss) {
    public static LinkOverrides standard() {
        return new LinkOverrides(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException if the two together make no link */
    LinkConfig over(LinkConfig all) {
        return new LinkConfig(latency.orElse(all.latency()), jitter.orElse(all.jitter()), loss.orElse(all.loss()));
    }
}
