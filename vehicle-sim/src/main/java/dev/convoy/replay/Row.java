package dev.convoy.replay;

import dev.convoy.telemetry.FieldValues;

/**
 * A row that can be sent.
 *
 * @param vehicle empty where no column names it
 * @param node the cell of the node's column, empty where there is none
 */
record Row(long timeMs, String vehicle, String node, int label, FieldValues values) {
    Row at(long otherTimeMs) {
        return new Row(otherTimeMs, vehicle, node, label, values);
    }
}
