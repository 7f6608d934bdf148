package dev.convoy.exchange;

import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;

/**
 * The model of an edge node as it stands at the end of the run; recorded, never aggregated.
 *
 * @param version of the global model it goes back to
 */
public record FinalModel(NodeId node, long version, Parameters parameters) implements Upload {}
