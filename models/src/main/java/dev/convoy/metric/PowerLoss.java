package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;

/**
 * A node lost power.
 *
 * @param untilMs run time at which it comes back, which may lie beyond the end
 * @param phase of the exchange in which it was lost, in one word
 */
public record PowerLoss(NodeId node, long timeMs, long untilMs, String phase) implements Metric {
    public PowerLoss {
        if (untilMs <= timeMs) {
            throw new IllegalArgumentException("power comes back after it was lost: " + timeMs + " to " + untilMs);
        }
    }
}
