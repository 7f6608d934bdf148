package dev.convoy.experiments.records;

/** What the aggregator asked of nodes, from {@code requests.csv}: counted without a gap, in the order of run time. */
final class RequestCheck {
    private final ModelCheck models;
    private long lastTimeMs;
    private long last;

    RequestCheck(ModelCheck models) {
        this.models = models;
    }

    void row(Row row) throws RunFileException {
        long timeMs = row.milliseconds("time_s");
        if (timeMs < lastTimeMs) {
            throw row.problem("time_s", "earlier than the row before it");
        }
        lastTimeMs = timeMs;
        last++;
        if (row.whole("number") != last) {
            throw row.problem("number", "where request " + last + " should be");
        }
        if (row.has("version") && row.whole("version") > 0 && !models.has(row.whole("version"))) {
            throw row.problem(
                    "version",
                    "version " + row.whole("version") + " was never published, says " + RunTable.MODELS.fileName());
        }
    }
}
