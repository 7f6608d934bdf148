package dev.convoy.experiments.records;

import java.util.List;
import java.util.Locale;

/**
 * Records of one kind that become known at one moment. A row of a table can belong to two: a prediction is made, and
 * hours later it is labelled.
 */
enum Strand {
    PREDICTIONS(
            RunTable.PREDICTIONS,
            "time_s",
            "node",
            "node,vehicle,sequence",
            "time_s,node,vehicle,leg,sequence,version,staleness,probabilities,predicted,contested,majority,no_change,"
                    + "last_of_vehicle,rule"),
    LABELS(
            RunTable.PREDICTIONS,
            "label_time_s",
            "node",
            "node,vehicle,sequence",
            "label_time_s,node,vehicle,leg,sequence,decision,label"),
    UPDATES(
            RunTable.UPDATES,
            "sent_s",
            "node",
            "node,round",
            "node,round,base_version,examples,bytes,sent_s,arrived_s,attempts,ignored"),
    FATES(
            RunTable.UPDATES,
            "decided_s",
            "",
            "node,round",
            "node,round,decided_s,staleness,age_s,fate,reason,weight,version_after"),
    MODELS(RunTable.MODELS, "time_s", "", "version", RunTable.MODELS.header()),
    ADOPTIONS(RunTable.ADOPTIONS, "time_s", "node", "node,version", RunTable.ADOPTIONS.header()),
    ACCURACY(RunTable.ACCURACY, "time_s", "node", "time_s,node", RunTable.ACCURACY.header()),
    FAULTS(RunTable.FAULTS, "time_s", "node", "time_s,node,kind", RunTable.FAULTS.header()),
    DRIFT(RunTable.DRIFT, "time_s", "node", "time_s,node,kind", RunTable.DRIFT.header()),
    REQUESTS(RunTable.REQUESTS, "time_s", "", "number", RunTable.REQUESTS.header()),
    CENTRAL_DATA(RunTable.CENTRAL_DATA, "sent_s", "node", "node,number", RunTable.CENTRAL_DATA.header()),
    ALARMS(RunTable.ALARMS, "time_s", "node", "node,decisions", RunTable.ALARMS.header());

    static final long HOUR_MS = 3_600_000;
    private static final String AGGREGATOR = "aggregator";
    private static final List<Strand> ALL = List.of(values());

    private final RunTable table;
    private final String timeColumn;
    private final String actorColumn;
    private final int[] key;
    private final int[] text;

    Strand(RunTable table, String timeColumn, String actorColumn, String key, String text) {
        this.table = table;
        this.timeColumn = timeColumn;
        this.actorColumn = actorColumn;
        this.key = indices(table, key);
        this.text = indices(table, text);
    }

    static List<Strand> of(RunTable table) {
        return ALL.stream().filter(s -> s.table == table).toList();
    }

    static Strand parse(String word) {
        return ALL.stream()
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of records: " + word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    RunTable table() {
        return table;
    }

    /** Whether this row has such a record: a prediction without a label has none in {@link #LABELS}. */
    boolean in(Row row) {
        return row.has(timeColumn);
    }

    long timeMs(Row row) throws RunFileException {
        return row.milliseconds(timeColumn);
    }

    String actor(Row row) {
        if (actorColumn.isEmpty()) {
            return AGGREGATOR;
        }
        String actor = row.text(actorColumn);
        return actor.isEmpty() ? "all" : actor;
    }

    /** What names the record in any run. */
    String key(Row row) {
        return join(row, key);
    }

    /** All that the record says. */
    String text(Row row) {
        return join(row, text);
    }

    private static int[] indices(RunTable table, String columns) {
        return List.of(columns.split(",")).stream().mapToInt(table::index).toArray();
    }

    private static String join(Row row, int[] indices) {
        String[] cells = row.cells();
        StringBuilder joined = new StringBuilder(128);
        for (int i = 0; i < indices.length; i++) {
            if (i > 0) {
                joined.append(',');
            }
            joined.append(cells[indices[i]]);
        }
        return joined.toString();
    }
}
