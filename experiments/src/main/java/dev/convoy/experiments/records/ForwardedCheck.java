package dev.convoy.experiments.records;

import java.util.HashMap;
import java.util.Map;

/** The messages of {@code central-data.csv}: in order, counted by each node without a gap. */
final class ForwardedCheck {
    private final Map<String, Long> numbers = new HashMap<>();
    private long lastSentMs;
    private long bytes;

    void row(Row row) throws RunFileException {
        long sentMs = row.milliseconds("sent_s");
        if (sentMs < lastSentMs) {
            throw row.problem("sent_s", "earlier than the row before it");
        }
        lastSentMs = sentMs;
        long number = numbers.merge(row.text("node"), 1L, Long::sum);
        row.require("number", Long.toString(number));
        long rows = row.whole("rows");
        long outcomes = row.whole("outcomes");
        if (rows < 1 || outcomes < 0 || outcomes > rows) {
            throw row.problem("rows", rows + " rows cannot be those of " + outcomes + " outcomes");
        }
        if (row.has("arrived_s") && row.milliseconds("arrived_s") <= sentMs) {
            throw row.problem("arrived_s", "not later than sent_s");
        }
        if (row.whole("attempts") < 1) {
            throw row.problem("attempts", "a message is sent once at least");
        }
        bytes += row.whole("bytes") * row.whole("attempts");
    }

    long bytes() {
        return bytes;
    }
}
