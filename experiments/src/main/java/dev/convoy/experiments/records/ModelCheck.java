package dev.convoy.experiments.records;

import java.util.ArrayList;
import java.util.List;

/** The versions of {@code models.csv}: one after the other, without a gap. */
final class ModelCheck {
    private final List<Row> rows = new ArrayList<>();
    private final VersionHistory history = new VersionHistory();
    private long lastTimeMs;

    void row(Row row) throws RunFileException {
        row.require("version", Long.toString(rows.size() + 1L));
        long timeMs = row.milliseconds("time_s");
        if (timeMs < lastTimeMs) {
            throw row.problem("time_s", "earlier than the version before it");
        }
        if (!row.text("parameters_sha256").matches("[0-9a-f]{64}")) {
            throw row.problem("parameters_sha256", "'" + row.text("parameters_sha256") + "' is no SHA-256");
        }
        row.number("step_norm");
        lastTimeMs = timeMs;
        history.published(timeMs, rows.size() + 1L);
        rows.add(row);
    }

    VersionHistory history() {
        return history;
    }

    /** The newest version; 0 where none was published. */
    long newest() {
        return rows.size();
    }

    boolean has(long version) {
        return version >= 1 && version <= rows.size();
    }

    /** Only for a version that was published. */
    Row of(long version) {
        return rows.get((int) version - 1);
    }

    List<Row> rows() {
        return rows;
    }
}
