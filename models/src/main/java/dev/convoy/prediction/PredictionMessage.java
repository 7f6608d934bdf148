package dev.convoy.prediction;

import dev.convoy.telemetry.NodeId;

/** What an edge node puts on record about its predictions. */
public sealed interface PredictionMessage permits Prediction, Resolution {
    NodeId node();

    String vehicle();

    long leg();

    long timeMs();
}
