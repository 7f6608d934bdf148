package dev.convoy.experiments.records;

import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Who is heard: the rows of {@code participation.csv}, made of those of {@code updates.csv}.
 *
 * <p>A node's <em>share</em> is how many of its updates were aggregated, of those that met their fate within the run:
 * aggregated / (sent - unfinished). Its <em>bias</em> is its share minus that of all nodes together; a node far below 0 is
 * starved by rejecting, superseding or losing. The bias of the row {@code all} is the greatest share of a node minus the
 * least, 0 where every node is heard alike. Every attempt to send counts in bytes. Staleness and age are means over the updates that were decided.
 */
final class Participation {
    static final String ALL = "all";

    private final Map<String, Account> nodes = new LinkedHashMap<>();
    private final Account all = new Account();

    Participation(List<NodeId> nodes) {
        nodes.forEach(node -> this.nodes.put(node.toString(), new Account()));
    }

    /** A row of {@code updates.csv}. */
    void update(Row row) throws RunFileException {
        Account node = nodes.get(row.text("node"));
        if (node == null) {
            throw row.problem("node", "there is no " + row.text("node"));
        }
        node.add(row);
        all.add(row);
    }

    List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        nodes.forEach((name, account) -> rows.add(account.cells(name, difference(account.share(), all.share()))));
        OptionalDouble greatest =
                nodes.values().stream().flatMapToDouble(a -> a.share().stream()).max();
        OptionalDouble least =
                nodes.values().stream().flatMapToDouble(a -> a.share().stream()).min();
        rows.add(all.cells(ALL, difference(greatest, least)));
        return rows;
    }

    private static OptionalDouble difference(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() - other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static final class Account {
        private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        private long sent;
        private long bytes;
        private long decided;
        private long staleness;
        private long ageMs;

        void add(Row row) throws RunFileException {
            sent++;
            bytes += row.whole("bytes") * row.whole("attempts");
            for (Fate fate : Fate.values()) {
                if (row.text("fate").equals(fate.word())) {
                    fates.merge(fate, 1L, Long::sum);
                }
            }
            if (row.has("staleness")) {
                decided++;
                staleness += row.whole("staleness");
                ageMs += row.milliseconds("age_s");
            }
        }

        OptionalDouble share() {
            long ended = sent - of(Fate.UNFINISHED);
            return ended == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of(Fate.AGGREGATED) / ended);
        }

        String[] cells(String name, OptionalDouble bias) {
            return new String[] {
                name,
                Cells.whole(sent),
                Cells.whole(of(Fate.AGGREGATED)),
                Cells.whole(of(Fate.REJECTED)),
                Cells.whole(of(Fate.SUPERSEDED)),
                Cells.whole(of(Fate.LOST)),
                Cells.whole(of(Fate.UNFINISHED)),
                Cells.score(share()),
                Cells.score(bias),
                Cells.whole(bytes),
                Cells.score(mean(staleness)),
                decided == 0 ? "" : Cells.seconds(ageMs / decided)
            };
        }

        private long of(Fate fate) {
            return fates.getOrDefault(fate, 0L);
        }

        private OptionalDouble mean(long sum) {
            return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / decided);
        }
    }
}
