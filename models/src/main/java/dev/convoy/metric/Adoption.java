package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;

/** A node took over a version of the global model. */
public record Adoption(NodeId node, long timeMs, long version) implements Metric {}
