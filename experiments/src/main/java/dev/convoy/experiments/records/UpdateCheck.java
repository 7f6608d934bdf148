package dev.convoy.experiments.records;

import dev.convoy.telemetry.Decimals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The updates of {@code updates.csv}: each has one fate, which fits its times and the versions it went into. */
final class UpdateCheck {
    private final ModelCheck models;
    private final long endMs;
    private final Map<Long, List<Long>> stalenessByVersion = new HashMap<>();
    private final Map<String, Long> rounds = new HashMap<>();
    private final Map<String, Map<String, Long>> fates = new LinkedHashMap<>();
    private Optional<Boolean> weighed = Optional.empty();
    private long lastSentMs;
    private long total;
    private long bytes;

    UpdateCheck(ModelCheck models, long endMs) {
        this.models = models;
        this.endMs = endMs;
    }

    void row(Row row) throws RunFileException {
        String node = row.text("node");
        long sentMs = row.milliseconds("sent_s");
        if (sentMs < lastSentMs) {
            throw row.problem("sent_s", "earlier than the row before it");
        }
        lastSentMs = sentMs;
        long round = row.whole("round");
        if (round != rounds.merge(node, 1L, Long::sum)) {
            throw row.differs("round", Long.toString(rounds.get(node)));
        }
        long base = row.whole("base_version");
        if (base < 0 || base > models.history().newestAt(sentMs)) {
            throw row.problem(
                    "base_version",
                    "version " + base + " was not published when the update was sent, says "
                            + RunTable.MODELS.fileName());
        }
        row.whole("examples");
        bytes += row.whole("bytes") * row.whole("attempts");
        requireArrival(row, sentMs);
        requireAttempts(row);
        requireFate(row, base);
        fates.computeIfAbsent(node, n -> new HashMap<>()).merge(row.text("fate"), 1L, Long::sum);
        total++;
    }

    /** Whether each version merged as many updates, of such staleness, as were aggregated into it. */
    void compareWithModels() throws RunFileException {
        for (Row model : models.rows()) {
            List<Long> staleness = stalenessByVersion.getOrDefault(model.whole("version"), List.of());
            model.require("updates", Integer.toString(staleness.size()), RunTable.UPDATES);
            if (!staleness.isEmpty()) {
                long sum = 0;
                long most = Long.MIN_VALUE;
                for (long s : staleness) {
                    sum += s;
                    most = Math.max(most, s);
                }
                double mean = Decimals.round((double) sum / staleness.size(), RunRecorder.MODEL_DECIMALS);
                model.require("mean_staleness", Cells.fixed(mean, RunRecorder.MODEL_DECIMALS), RunTable.UPDATES);
                model.require("max_staleness", Long.toString(most), RunTable.UPDATES);
            }
        }
    }

    /** How many updates of each node had each fate. */
    Map<String, Map<String, Long>> counts() {
        return fates;
    }

    long total() {
        return total;
    }

    long bytes() {
        return bytes;
    }

    private static void requireArrival(Row row, long sentMs) throws RunFileException {
        boolean lost = row.text("fate").equals("lost");
        if (lost == row.has("arrived_s")) {
            throw row.problem("arrived_s", lost ? "a lost update does not arrive" : "missing, though it was not lost");
        }
        if (!lost && row.milliseconds("arrived_s") <= sentMs) {
            throw row.problem("arrived_s", "not later than sent_s");
        }
    }

    private static void requireAttempts(Row row) throws RunFileException {
        boolean lost = row.text("fate").equals("lost");
        if (row.whole("attempts") < (lost ? 0 : 1)) {
            throw row.problem("attempts", "an update is sent once at least, unless it is lost with the power");
        }
        long ignored = row.whole("ignored");
        if (ignored < 0 || (ignored > 0 && lost)) {
            throw row.problem("ignored", "of what is lost no copy arrives, and fewer than none never do");
        }
    }

    private void requireFate(Row row, long base) throws RunFileException {
        switch (row.text("fate")) {
            case "aggregated" -> aggregated(row, base);
            case "rejected", "superseded" -> discarded(row, base);
            case "lost" -> requireEmpty(row, "decided_s", "staleness", "age_s", "reason", "weight", "version_after");
            case "unfinished" -> unfinished(row);
            case "" -> throw row.problem("fate", "the update has no fate");
            default -> throw row.problem("fate", "'" + row.text("fate") + "' is no fate of an update");
        }
    }

    private void aggregated(Row row, long base) throws RunFileException {
        long after = row.whole("version_after");
        if (!models.has(after)) {
            throw row.problem("version_after", "version " + after + " is not in " + RunTable.MODELS.fileName());
        }
        row.require("decided_s", models.of(after).text("time_s"), RunTable.MODELS);
        long staleness = after - 1 - base;
        row.require("staleness", Long.toString(staleness));
        requireWeight(row);
        requireEmpty(row, "reason");
        requireOrder(row);
        if (row.milliseconds("age_s") < row.milliseconds("decided_s") - row.milliseconds("sent_s")) {
            throw row.problem("age_s", "younger than the update itself");
        }
        stalenessByVersion.computeIfAbsent(after, v -> new ArrayList<>()).add(staleness);
    }

    /** All updates that are aggregated have a weight, or, with strategies such as a median, none has. */
    private void requireWeight(Row row) throws RunFileException {
        boolean has = row.has("weight");
        if (has) {
            row.number("weight");
        }
        if (weighed.isPresent() && weighed.get() != has) {
            throw row.problem("weight", has ? "other aggregated updates have none" : "missing");
        }
        weighed = Optional.of(has);
    }

    private void discarded(Row row, long base) throws RunFileException {
        requireEmpty(row, "version_after");
        requireOrder(row);
        row.milliseconds("age_s");
        long decidedMs = row.milliseconds("decided_s");
        long staleness = row.whole("staleness");
        // At the instant of an aggregation it may have been decided before or after it.
        if (staleness < models.history().newestAt(decidedMs - 1) - base
                || staleness > models.history().newestAt(decidedMs) - base) {
            row.require("staleness", Long.toString(models.history().newestAt(decidedMs) - base), RunTable.MODELS);
        }
        if (row.number("weight") != 0) {
            throw row.differs("weight", Cells.fixed(0, RunRecorder.MODEL_DECIMALS));
        }
    }

    private void unfinished(Row row) throws RunFileException {
        requireEmpty(row, "decided_s", "staleness", "age_s", "weight", "version_after");
        if (row.milliseconds("arrived_s") < endMs && !row.has("reason")) {
            throw row.problem("fate", "unfinished, though it arrived before the end and was not left in the buffer");
        }
    }

    private static void requireOrder(Row row) throws RunFileException {
        if (row.milliseconds("decided_s") < row.milliseconds("arrived_s")) {
            throw row.problem("decided_s", "earlier than arrived_s");
        }
    }

    private static void requireEmpty(Row row, String... columns) throws RunFileException {
        for (String column : columns) {
            if (row.has(column)) {
                throw row.problem(column, "must be empty for an update that is " + row.text("fate"));
            }
        }
    }
}
