package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.runtime.Link;
import java.time.Duration;

/**
 * The way between a node and the aggregator, the same in both directions.
 *
 * @param latency mean delay
 * @param jitter a delay is uniform in latency plus or minus this
 * @param loss probability that a message is lost
 */
public record LinkConfig(Duration latency, Duration jitter, double loss) {
    public LinkConfig {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative: " + latency);
        }
        if (jitter.isNegative() || jitter.compareTo(latency) > 0) {
            throw new IllegalArgumentException("jitter must be at most the latency of " + Durations.write(latency)
                    + ": " + Durations.write(jitter));
        }
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("loss must be between 0% and 100%: " + loss);
        }
    }

    public static LinkConfig standard() {
        return new LinkConfig(Duration.ofMillis(80), Duration.ofMillis(20), 0);
    }

    public Link link() {
        return new Link(latency.toMillis(), jitter.toMillis(), loss);
    }
}
