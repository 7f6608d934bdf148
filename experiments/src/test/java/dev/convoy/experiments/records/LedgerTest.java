package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.metric.FleetLedger;
import dev.convoy.metric.NodeLedger;
import dev.convoy.metric.UpdateFate;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.runtime.ActorId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final ActorId FLEET = new ActorId("fleet");
    private static final ActorId NODE = new ActorId("node-1");
    private static final ActorId AGGREGATOR = new ActorId("aggregator");

    @TempDir
    private Path temporary;

    @Test
    void theLedgerOfAWholeRunCloses() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            Ledger ledger =
                    RunFiles.write(SyntheticRun.small(seed), 0, temporary).ledger();
            assertEquals(List.of(), ledger.mismatches(), "seed " + seed);
            Ledger.Account a = ledger.total();
            assertEquals(a.produced(), a.predicted() + a.unserved() + a.deadLetters() + a.lost());
        }
    }

    @Test
    void aRecordThatWasProducedButNeitherPredictedNorUnservedIsMissed() throws IOException {
        List<String> mismatches = mismatches(FLEET, message -> {
            FleetLedger ledger = (FleetLedger) message;
            SortedMap<Integer, Long> produced = new TreeMap<>(ledger.produced());
            produced.merge(3, 1L, Long::sum);
            return new FleetLedger(ledger.timeMs(), produced, ledger.outcomes());
        });
        assertEquals(1, mismatches.size(), mismatches.toString());
        assertTrue(
                mismatches.get(0).matches("node-3: \\d+ telemetry records were produced for it, but .*"),
                mismatches.toString());
    }

    @Test
    void aProducedRecordMayBeAmongTheDeadLettersOfItsTopic() throws IOException {
        SyntheticRun run = SyntheticRun.small(1);
        run.replace(FLEET, message -> {
            FleetLedger ledger = (FleetLedger) message;
            SortedMap<Integer, Long> produced = new TreeMap<>(ledger.produced());
            produced.merge(1, 2L, Long::sum);
            return new FleetLedger(ledger.timeMs(), produced, ledger.outcomes());
        });
        Ledger ledger = RunFiles.write(run, 0, temporary).ledger();
        assertEquals(List.of(), ledger.mismatches());
        assertEquals(2, ledger.nodes().get("node-1").deadLetters());
        assertTrue(Verification.of(temporary).holds());
    }

    @Test
    void whatIsLostOnItsWayIsAccountedFor() throws IOException {
        SyntheticRun run = SyntheticRun.small(1);
        run.replace(FLEET, message -> changed((FleetLedger) message, 3, 3, 0));
        Ledger ledger = RunFiles.write(run, 0, temporary).ledger();
        assertEquals(List.of(), ledger.mismatches());
        assertEquals(3, ledger.nodes().get("node-1").lost());
        assertTrue(Verification.of(temporary).holds());
    }

    @Test
    void copiesThatWereSentAndNotIgnoredAreMissed() throws IOException {
        List<String> mismatches = mismatches(FLEET, message -> changed((FleetLedger) message, 0, 0, 2));
        assertEquals(List.of("node-1: 2 copies of records were sent to it, but it ignored 0"), mismatches);
    }

    private static FleetLedger changed(FleetLedger ledger, long more, long lost, long copies) {
        SortedMap<Integer, Long> produced = new TreeMap<>(ledger.produced());
        produced.merge(1, more, Long::sum);
        return new FleetLedger(
                ledger.timeMs(),
                produced,
                new TreeMap<>(Map.of(1, lost)),
                new TreeMap<>(Map.of(1, copies)),
                ledger.outcomes());
    }

    @Test
    void whatANodeSaysMustBeWhatIsRecordedOfIt() throws IOException {
        List<String> mismatches = mismatches(
                NODE,
                message -> message instanceof NodeLedger l
                        ? new NodeLedger(
                                l.node(),
                                l.timeMs(),
                                l.predicted(),
                                l.unserved(),
                                l.ignored(),
                                l.scored() + 1,
                                l.parked() - 1,
                                l.charging(),
                                l.noStation(),
                                l.exit(),
                                l.end(),
                                l.expired(),
                                l.updates(),
                                l.steps())
                        : message);
        assertEquals(2, mismatches.size(), mismatches.toString());
        assertTrue(mismatches.get(0).matches("node-1: its ledger has \\d+ for scored, its records have \\d+"));
        assertTrue(mismatches.get(1).matches("node-1: its ledger has \\d+ for parked, its records have \\d+"));
    }

    @Test
    void aPredictionThatIsNeverResolvedIsMissed() throws IOException {
        List<String> mismatches = mismatches(
                NODE,
                message -> message instanceof Resolution r && r.ending() == Resolution.Ending.SCORED
                        ? new Resolution(
                                r.node(),
                                r.vehicle(),
                                r.leg() + 100,
                                r.firstSequence(),
                                r.lastSequence(),
                                r.predictions(),
                                r.decisionSequence(),
                                r.ending(),
                                r.label(),
                                r.timeMs())
                        : message);
        assertTrue(mismatches.stream().anyMatch(m -> m.contains("speaks of")), mismatches.toString());
        assertTrue(
                mismatches.stream().anyMatch(m -> m.contains("scored, unlabelled or expired")), mismatches.toString());
    }

    @Test
    void aRecordPredictedTwiceIsNamed() throws IOException {
        Prediction[] first = new Prediction[1];
        List<String> mismatches = mismatches(NODE, message -> {
            if (first[0] == null && message instanceof Prediction p) {
                first[0] = p;
                return message;
            }
            return message instanceof Prediction p && p.vehicle().equals(first[0].vehicle()) ? first[0] : message;
        });
        assertTrue(
                mismatches.stream().anyMatch(m -> m.contains("was predicted twice, the second time by node-1")),
                mismatches.toString());
    }

    @Test
    void anUpdateHasExactlyOneFate() throws IOException {
        UpdateFate[] first = new UpdateFate[1];
        List<String> mismatches = mismatches(AGGREGATOR, message -> {
            if (first[0] == null && message instanceof UpdateFate f) {
                first[0] = f;
                return message;
            }
            return message instanceof UpdateFate f && !f.equals(first[0]) ? first[0] : message;
        });
        assertTrue(mismatches.stream().anyMatch(m -> m.contains("has 2 fates: it is")), mismatches.toString());
        assertTrue(mismatches.stream().anyMatch(m -> m.contains("but has no fate")), mismatches.toString());
    }

    @Test
    void aFateOfAnUpdateThatWasNeverSentIsNamed() throws IOException {
        List<String> mismatches = mismatches(
                AGGREGATOR,
                message -> message instanceof UpdateFate f && f.fate() == UpdateFate.Fate.REJECTED
                        ? new UpdateFate(
                                f.node(), 999, f.timeMs(), 0, 0, f.fate(), f.reason(), f.weight(), OptionalLong.empty())
                        : message);
        assertTrue(
                mismatches.stream()
                        .anyMatch(m -> m.contains("update 999 of node-2 was never sent")
                                || m.contains("update 999 of node-1 was never sent")
                                || m.contains("update 999 of node-3 was never sent")),
                mismatches.toString());
    }

    @Test
    void aDecisionThatIsNotRecordedIsNamed() throws IOException {
        List<String> mismatches = mismatches(
                NODE,
                message ->
                        message instanceof Resolution r && r.decisionSequence().isPresent()
                                ? new Resolution(
                                        r.node(),
                                        r.vehicle(),
                                        r.leg(),
                                        r.firstSequence(),
                                        r.lastSequence(),
                                        r.predictions(),
                                        OptionalLong.of(r.lastSequence() + 5),
                                        r.ending(),
                                        OptionalInt.of(r.label().getAsInt()),
                                        r.timeMs())
                                : message);
        assertEquals(1, mismatches.size(), mismatches.toString());
        assertTrue(mismatches.get(0).endsWith("is none of its recorded predictions"), mismatches.toString());
    }

    @Test
    void aRunWithAMismatchDoesNotVerify() throws IOException {
        SyntheticRun run = SyntheticRun.small(1);
        run.replace(FLEET, message -> new FleetLedger(0, new TreeMap<>(), 0));
        RunFiles.write(run, 0, temporary);
        String sentence = Verification.of(temporary).difference().orElseThrow();
        assertTrue(sentence.startsWith("manifest.json: the ledger did not close: node-1: "), sentence);
    }

    private List<String> mismatches(ActorId writer, Function<Object, Object> change) throws IOException {
        SyntheticRun run = SyntheticRun.small(1);
        run.replace(writer, change);
        return RunFiles.write(run, 0, temporary).ledger().mismatches();
    }
}
