package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;

/**
 * What a node did with the telemetry it was sent, at the end of the run: arrived = predicted + unserved + refused +
 * ignored, and predicted = scored + parked + charging + noStation + exit + end + expired.
 *
 * @param unserved arrived while the node was down
 * @param ignored copies of records that had arrived before
 * @param updates sent
 * @param steps gradient steps of local training
 */
public record NodeLedger(
        NodeId node,
        long timeMs,
        long predicted,
        long unserved,
        long ignored,
        long scored,
        long parked,
        long charging,
        long noStation,
        long exit,
        long end,
        long expired,
        long updates,
        long steps)
        implements Metric {}
