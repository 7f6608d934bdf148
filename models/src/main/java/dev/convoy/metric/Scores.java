package dev.convoy.metric;

import java.util.OptionalDouble;

/**
 * Prequential scores at one instant, over sliding windows of the last labelled decisions (telemetry: rows), rounded to
 * six decimals; empty while undefined.
 *
 * @param decisions labelled decisions since the start
 */
public record Scores(
        long decisions,
        OptionalDouble accuracy,
        OptionalDouble balancedAccuracy,
        OptionalDouble kappa,
        OptionalDouble logLoss,
        OptionalDouble contestedAccuracy,
        OptionalDouble telemetryAccuracy,
        OptionalDouble majority,
        OptionalDouble noChange,
        OptionalDouble lastOfVehicle,
        OptionalDouble rule) {}
