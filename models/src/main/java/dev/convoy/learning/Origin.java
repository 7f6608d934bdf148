package dev.convoy.learning;

import dev.convoy.telemetry.NodeId;

/**
 * Where the rows come from that something is learned from.
 *
 * @param dataEndedMs run time at which the newest of them became known
 */
public record Origin(NodeId node, long dataEndedMs) {}
