package dev.convoy.exchange;

import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;

/** What an edge node publishes of its model. */
public sealed interface Upload permits ModelUpdate, FinalModel {
    NodeId node();

    Parameters parameters();
}
