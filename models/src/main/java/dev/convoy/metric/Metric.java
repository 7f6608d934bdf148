package dev.convoy.metric;

/** A record on the metrics topic. */
public sealed interface Metric permits NodeReport, Adoption, UpdateFate, NodeLedger, FleetLedger, FleetRoster {
    long timeMs();
}
