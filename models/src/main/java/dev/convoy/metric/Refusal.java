package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;

/** A node set aside a record that was corrupted on its way: a dead letter. */
public record Refusal(NodeId node, long timeMs, String vehicle, long sequence) implements Metric {}
