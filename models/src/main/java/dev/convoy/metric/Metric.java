package dev.convoy.metric;

/** A record on the metrics topic. */
public sealed interface Metric
        permits NodeReport,
                Adoption,
                UpdateFate,
                DriftAlarm,
                PowerLoss,
                Refusal,
                NodeLedger,
                AggregatorLedger,
                FleetLedger,
                FleetRoster {
    long timeMs();
}
