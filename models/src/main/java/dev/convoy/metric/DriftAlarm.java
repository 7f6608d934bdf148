package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;

/**
 * An edge node's detector says that the errors of the node's decisions are no longer as they were.
 *
 * @param timeMs at which the label became known that told it
 * @param detector its kind's word
 * @param decisions of the node whose labels were known by then, this one included
 */
public record DriftAlarm(long timeMs, NodeId node, String detector, long decisions) implements Metric {
    public DriftAlarm {
        if (decisions < 1) {
            throw new IllegalArgumentException("an alarm follows at least one decision: " + decisions);
        }
    }
}
