package dev.convoy.experiments.config;

import java.time.Duration;
import java.util.Optional;

/** What is different about one node's link; the rest is as for all nodes. */
public record LinkOverrides(
        Optional<Duration> latency,
        Optional<Duration> jitter,
        Optional<Double> loss,
        Optional<Gemodel> gemodel,
        Optional<Double> duplicate,
        Optional<Double> reorder,
        Optional<Rate> rate,
        Optional<Retransmit> retransmit) {
    public static LinkOverrides standard() {
        return new LinkOverrides(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One way of losing takes the place of the other.
     *
     * @throws IllegalArgumentException if the two together make no link
     */
    LinkConfig over(LinkConfig all) {
        return new LinkConfig(
                latency.orElse(all.latency()),
                jitter.orElse(all.jitter()),
                loss.orElse(gemodel.isPresent() ? 0 : all.loss()),
                gemodel.or(() -> loss.isPresent() ? Optional.empty() : all.gemodel()),
                duplicate.orElse(all.duplicate()),
                reorder.orElse(all.reorder()),
                rate.or(all::rate),
                retransmit.orElse(all.retransmit()));
    }
}
