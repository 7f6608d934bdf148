package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;

/**
 * The scores of one node at a report instant.
 *
 * @param version of the global model the node's model goes back to
 * @param predicted predictions made since the start
 */
public record NodeReport(NodeId node, long timeMs, long version, long predicted, Scores scores) implements Metric {}
