package dev.convoy.experiments.records;

import dev.convoy.detection.Detector;
import dev.convoy.detection.DetectorKind;
import dev.convoy.detection.Signal;
import dev.convoy.metric.DriftAlarm;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the nodes' detectors said, and how soon they said it after each drift: the rows of {@code alarms.csv} and {@code
 * detection.csv}. A drift is detected by the first alarm between its onset and that of the next at the same node; the
 * alarms of a node before its first drift are false ones. Without a detector both are empty.
 */
final class DetectionTables {
    private static final Comparator<DriftAlarm> ORDER = Comparator.comparingLong(DriftAlarm::timeMs)
            .thenComparing(DriftAlarm::node)
            .thenComparingLong(DriftAlarm::decisions);

    private final List<NodeId> nodes;
    private final List<DriftAlarm> alarms;
    private final List<Decided> decided;
    private final List<Span> drift;

    /**
     * @param alarms of all nodes, in any order
     * @param decided in the order in which their labels became known
     * @param drift by onset; none where nothing is there to detect it
     */
    DetectionTables(List<NodeId> nodes, List<DriftAlarm> alarms, List<Decided> decided, List<Span> drift) {
        this.nodes = List.copyOf(nodes);
        this.alarms = alarms.stream().sorted(ORDER).toList();
        this.decided = decided;
        this.drift = List.copyOf(drift);
    }

    /** The alarms that such a detector at every node must have raised over these decisions. */
    static List<DriftAlarm> alarms(DetectorKind kind, List<NodeId> nodes, List<Decided> decided) {
        List<DriftAlarm> alarms = new ArrayList<>();
        for (NodeId node : nodes) {
            Detector detector = kind.create();
            long decisions = 0;
            for (Decided decision : decided) {
                if (decision.node() == node.number()) {
                    decisions++;
                    if (detector.update(decision.scored().correct() ? 0 : 1) == Signal.DRIFT) {
                        alarms.add(new DriftAlarm(decision.labelTimeMs(), node, kind.word(), decisions));
                    }
                }
            }
        }
        return alarms;
    }

    /** The tables, in the order in which they are written. */
    Map<RunTable, List<String[]>> all() {
        Map<RunTable, List<String[]>> tables = new LinkedHashMap<>();
        tables.put(RunTable.ALARMS, alarmRows());
        tables.put(RunTable.DETECTION, detectionRows());
        return tables;
    }

    private List<String[]> alarmRows() {
        return alarms.stream()
                .map(alarm -> new String[] {
                    Cells.seconds(alarm.timeMs()),
                    alarm.node().toString(),
                    alarm.detector(),
                    Cells.whole(alarm.decisions())
                })
                .toList();
    }

    private List<String[]> detectionRows() {
        List<String[]> rows = new ArrayList<>();
        for (Span span : drift) {
            for (NodeId node : nodes) {
                if (concerns(span, node)) {
                    rows.add(detectionRow(span, node));
                }
            }
        }
        return rows;
    }

    private String[] detectionRow(Span span, NodeId node) {
        long onset = span.timeMs();
        long next = drift.stream()
                .filter(other -> other.timeMs() > onset && concerns(other, node))
                .mapToLong(Span::timeMs)
                .min()
                .orElse(Long.MAX_VALUE);
        List<DriftAlarm> own =
                alarms.stream().filter(alarm -> alarm.node().equals(node)).toList();
        Optional<DriftAlarm> first = own.stream()
                .filter(alarm -> alarm.timeMs() >= onset && alarm.timeMs() < next)
                .findFirst();
        long before = decided.stream()
                .filter(decision -> decision.node() == node.number() && decision.labelTimeMs() < onset)
                .count();
        OptionalLong until =
                first.stream().mapToLong(alarm -> alarm.decisions() - before).findFirst();
        return new String[] {
            span.kind(),
            Cells.seconds(onset),
            node.toString(),
            first.map(alarm -> Cells.seconds(alarm.timeMs())).orElse(""),
            first.map(alarm -> Cells.seconds(alarm.timeMs() - onset)).orElse(""),
            Cells.whole(until),
            Cells.whole(own.stream().filter(alarm -> alarm.timeMs() < onset).count())
        };
    }

    private static boolean concerns(Span span, NodeId node) {
        return span.node().isEmpty() || span.node().equals(node.toString());
    }
}
