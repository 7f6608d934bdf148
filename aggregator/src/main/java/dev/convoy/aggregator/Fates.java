package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.metric.Metric;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.Decimals;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Puts on record what became of updates. */
final class Fates {
    private final Topic<Metric> metrics;
    private final Versions versions;

    Fates(Topic<Metric> metrics, Versions versions) {
        this.metrics = metrics;
        this.versions = versions;
    }

    /** To be called while the version that the update was merged into is not the newest yet. */
    void aggregated(ModelUpdate update, OptionalDouble coefficient, long versionAfter, ActorContext context) {
        OptionalDouble weight = coefficient.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Decimals.round(coefficient.getAsDouble(), Versions.DECIMALS));
        publish(update, Fate.AGGREGATED, "", weight, OptionalLong.of(versionAfter), context);
    }

    void discarded(ModelUpdate update, Fate fate, Reason reason, ActorContext context) {
        publish(update, fate, reason.word(), OptionalDouble.of(0), OptionalLong.empty(), context);
    }

    private void publish(
            ModelUpdate update,
            Fate fate,
            String reason,
            OptionalDouble weight,
            OptionalLong versionAfter,
            ActorContext context) {
        context.publish(
                metrics,
                new UpdateFate(
                        update.node(),
                        update.round(),
                        context.now(),
                        versions.staleness(update),
                        context.now() - update.dataEndedMs(),
                        fate,
                        reason,
                        weight,
                        versionAfter));
    }
}
