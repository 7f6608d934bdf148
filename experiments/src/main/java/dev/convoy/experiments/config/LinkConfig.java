package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.runtime.Link;
import dev.convoy.runtime.Loss;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The way between a node and the aggregator, the same in both directions; its words are netem's where netem has one.
 *
 * @param latency mean delay
 * @param jitter a delay is uniform in latency plus or minus this
 * @param loss probability that a message is lost, each by itself
 * @param gemodel loss in bursts, in place of that
 * @param duplicate probability that a message goes twice
 * @param reorder probability that a message goes at once, without the latency
 * @param rate of the bits; the time they take is added to the latency
 */
public record LinkConfig(
        Duration latency,
        Duration jitter,
        double loss,
        Optional<Gemodel> gemodel,
        double duplicate,
        double reorder,
        Optional<Rate> rate,
        Retransmit retransmit) {
    public LinkConfig {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative: " + latency);
        }
        if (jitter.isNegative() || jitter.compareTo(latency) > 0) {
            throw new IllegalArgumentException("jitter must be at most the latency of " + Durations.write(latency)
                    + ": " + Durations.write(jitter));
        }
        requireShare("loss", loss);
        requireShare("duplicate", duplicate);
        requireShare("reorder", reorder);
        if (gemodel.isPresent() && loss > 0) {
            throw new IllegalArgumentException("gemodel takes the place of loss, which must be 0% beside it: " + loss);
        }
    }

    public static LinkConfig standard() {
        return new LinkConfig(
                Duration.ofMillis(80),
                Duration.ofMillis(20),
                0,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Retransmit.standard());
    }

    public Link link() {
        OptionalLong bitsPerSecond =
                rate.stream().mapToLong(Rate::bitsPerSecond).findFirst();
        return new Link(
                new Link.Delay(latency.toMillis(), jitter.toMillis(), reorder, bitsPerSecond),
                gemodel.map(Gemodel::loss).orElse(new Loss.Independent(loss)),
                duplicate,
                retransmit.retransmission(),
                List.of());
    }

    private static void requireShare(String key, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(key + " must be between 0% and 100%: " + share);
        }
    }
}
