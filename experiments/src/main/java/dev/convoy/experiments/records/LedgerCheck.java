package dev.convoy.experiments.records;

import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger of the manifest against the rows of the tables. */
final class LedgerCheck {
    private final Manifest manifest;
    private final Map<String, PredictionCheck.Counts> predictions;
    private final Map<String, Map<String, Long>> fates;
    private final Map<String, Long> rejectedTelemetry = new HashMap<>();
    private long deadLetters;

    LedgerCheck(
            Manifest manifest, Map<String, PredictionCheck.Counts> predictions, Map<String, Map<String, Long>> fates) {
        this.manifest = manifest;
        this.predictions = predictions;
        this.fates = fates;
    }

    /** The nodes the manifest knows, by number. */
    static List<NodeId> nodes(Manifest manifest) throws RunFileException {
        List<NodeId> nodes = new ArrayList<>();
        try {
            manifest.ledger().nodes().keySet().forEach(name -> nodes.add(NodeId.parse(name)));
        } catch (IllegalArgumentException e) {
            throw new RunFileException(Manifest.FILE + ", ledger: " + e.getMessage());
        }
        return nodes.stream().sorted().toList();
    }

    void deadLetter(Row row) throws RunFileException {
        row.whole("partition");
        row.whole("offset");
        deadLetters++;
        rejectedTelemetry.merge(row.text("topic"), 1L, Long::sum);
    }

    void compare(Map<String, PredictionCheck.Counts> counted, long updates, long versions) throws RunFileException {
        Ledger ledger = manifest.ledger();
        if (!ledger.closes()) {
            throw new RunFileException(Manifest.FILE + ": the ledger did not close: "
                    + ledger.mismatches().get(0));
        }
        for (String node : counted.keySet()) {
            if (!ledger.nodes().containsKey(node)) {
                throw new RunFileException(Manifest.FILE + ", ledger: nothing about " + node);
            }
        }
        Ledger.Account total = Ledger.Account.NOTHING;
        for (Map.Entry<String, Ledger.Account> entry : ledger.nodes().entrySet()) {
            account(entry.getKey(), entry.getValue());
            total = total.plus(entry.getValue());
        }
        if (!total.equals(ledger.total())) {
            throw new RunFileException(Manifest.FILE + ", ledger: the total is not the sum of the nodes");
        }
        long rows = counted.values().stream()
                .mapToLong(PredictionCheck.Counts::predicted)
                .sum();
        long scored = counted.values().stream()
                .mapToLong(PredictionCheck.Counts::scored)
                .sum();
        require("counts", "predictions", manifest.counts().predictions(), rows);
        require("counts", "labelled", manifest.counts().labelled(), scored);
        require("counts", "updates", manifest.counts().updates(), updates);
        require("counts", "versions", manifest.counts().versions(), versions);
        require("counts", "dead_letters", manifest.counts().deadLetters(), deadLetters);
    }

    void compareBytes(long updates, long forwarded) throws RunFileException {
        require(
                "counts",
                "update_bytes, from " + RunTable.UPDATES.fileName(),
                manifest.counts().updateBytes(),
                updates);
        require(
                "counts",
                "forwarded_bytes, from " + RunTable.CENTRAL_DATA.fileName(),
                manifest.counts().forwardedBytes(),
                forwarded);
    }

    private void account(String node, Ledger.Account said) throws RunFileException {
        String place = "ledger of " + node;
        PredictionCheck.Counts rows = predictions.getOrDefault(node, PredictionCheck.Counts.NONE);
        require(place, "predicted", said.predicted(), rows.predicted());
        require(place, "scored", said.scored(), rows.scored());
        require(
                place,
                "parked, charging and no_station together",
                said.parked() + said.charging() + said.noStation(),
                rows.withoutLeg());
        require(place, "exit, end and expired together", said.exit() + said.end() + said.expired(), rows.unlabelled());
        require(
                place,
                "produced",
                said.produced(),
                said.predicted() + said.unserved() + said.deadLetters() + said.lost());
        long rejected = rejectedTelemetry.getOrDefault("telemetry." + node, 0L);
        if (said.deadLetters() > rejected) {
            require(place, "dead_letters", said.deadLetters(), rejected);
        }
        Map<String, Long> fate = fates.getOrDefault(node, Map.of());
        Ledger.Updates updates = said.updates();
        require(
                place,
                "sent updates",
                updates.sent(),
                fate.values().stream().mapToLong(Long::longValue).sum());
        require(place, "aggregated updates", updates.aggregated(), fate.getOrDefault("aggregated", 0L));
        require(place, "rejected updates", updates.rejected(), fate.getOrDefault("rejected", 0L));
        require(place, "superseded updates", updates.superseded(), fate.getOrDefault("superseded", 0L));
        require(place, "lost updates", updates.lost(), fate.getOrDefault("lost", 0L));
        require(place, "unfinished updates", updates.unfinished(), fate.getOrDefault("unfinished", 0L));
    }

    private static void require(String place, String what, long recorded, long recomputed) throws RunFileException {
        if (recorded != recomputed) {
            throw new RunFileException(Manifest.FILE + ", " + place + ", " + what + ": recorded " + recorded
                    + ", recomputed " + recomputed);
        }
    }
}
