package dev.convoy.experiments.records;

import dev.convoy.telemetry.NodeId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of every recorded prediction, update and refused record, for the ledger of a run. */
final class Accounts {
    private Accounts() {}

    /** By node; a node without any is left out. */
    static SortedMap<NodeId, Ledger.Account> of(
            PredictionColumns predictions, List<RecordedUpdate> updates, long durationMs) {
        SortedMap<NodeId, Tally> tallies = new TreeMap<>();
        for (int row = 0; row < predictions.size(); row++) {
            Tally tally = tallies.computeIfAbsent(predictions.node(row), n -> new Tally());
            if (!predictions.phase(row).labelled()) {
                tally.predicted(predictions.phase(row));
            } else if (predictions.resolved(row)) {
                tally.predicted(predictions.ending(row));
            } else {
                tally.unresolved();
            }
        }
        for (RecordedUpdate update : updates) {
            tallies.computeIfAbsent(update.node(), n -> new Tally()).update(update.fate(durationMs));
        }
        SortedMap<NodeId, Ledger.Account> accounts = new TreeMap<>();
        tallies.forEach((node, tally) -> accounts.put(node, tally.account()));
        return accounts;
    }

    /** How many telemetry records each node refused. */
    static SortedMap<NodeId, Long> rejected(List<NodeId> nodes, List<DeadLetter> letters) {
        SortedMap<NodeId, Long> rejected = new TreeMap<>();
        for (NodeId node : nodes) {
            rejected.put(
                    node,
                    letters.stream()
                            .filter(letter -> letter.topic().equals("telemetry." + node))
                            .count());
        }
        return rejected;
    }
}
