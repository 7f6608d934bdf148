package dev.convoy.exchange;

import dev.convoy.learning.LabelledRows;
import dev.convoy.telemetry.NodeId;

/**
 * Labelled rows that a node forwards, for the aggregator to learn from.
 *
 * @param timeMs run time at which they are sent
 * @param outcomes how many the rows are all there of with this message: those of one outcome can be spread over two
 */
public record ForwardedRows(NodeId node, long timeMs, int outcomes, LabelledRows rows) {
    /** So that a message stays small. */
    public static final int MOST_ROWS = 256;

    public ForwardedRows {
        if (timeMs < 0) {
            throw new IllegalArgumentException("run time must not be negative: " + timeMs + " ms");
        }
        if (rows.size() < 1 || rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("a message has 1 to " + MOST_ROWS + " rows: " + rows.size());
        }
        if (outcomes < 0 || outcomes > rows.size()) {
            throw new IllegalArgumentException(
                    "every outcome has a row: " + outcomes + " outcomes, " + rows.size() + " rows");
        }
    }
}
