package dev.convoy.experiments.run;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Fault;
import dev.convoy.experiments.records.Span;
import dev.convoy.runtime.Windows.Window;
import dev.convoy.telemetry.NodeId;
import dev.convoy.world.Corridor;
import dev.convoy.world.Drift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The faults and drifts of an experiment as rows of its tables: those that begin before its end. */
final class Spans {
    private Spans() {}

    static List<Span> faults(ExperimentConfig config) {
        List<Span> spans = new ArrayList<>();
        for (Fault fault : config.faults()) {
            // when it is known only as the run goes, the node says so itself
            if (fault.powerFault().isPresent()) {
                continue;
            }
            for (Window window : config.faultPlan().windows(fault).windows()) {
                spans.add(new Span(
                        window.fromMs(),
                        end(config, Duration.ofMillis(window.toMs())),
                        fault.node().toString(),
                        fault.word(),
                        fault.detail()));
            }
        }
        spans.sort(Span.ORDER);
        return spans;
    }

    /** A row for each time a drift comes, and for each node where it does not show at all of them. */
    static List<Span> drift(ExperimentConfig config) {
        if (config.workload().replayed().isPresent()) {
            return List.of();
        }
        Corridor corridor = new Corridor(config.world());
        List<Span> spans = new ArrayList<>();
        for (Drift drift : config.world().drift()) {
            List<String> nodes =
                    drift.nodes(corridor).stream().map(NodeId::toString).toList();
            boolean everywhere = nodes.isEmpty() || nodes.size() == corridor.zones();
            Duration onset = drift.onset();
            Duration end = drift.end(config.world().roadKm());
            while (onset.compareTo(config.duration()) < 0) {
                for (String node : everywhere ? List.of("") : nodes) {
                    spans.add(new Span(onset.toMillis(), end(config, end), node, drift.word(), drift.label()));
                }
                if (drift.every().isEmpty()) {
                    break;
                }
                onset = onset.plus(drift.every().get());
                end = end.plus(drift.every().get());
            }
        }
        spans.sort(Comparator.comparingLong(Span::timeMs));
        return spans;
    }

    private static OptionalLong end(ExperimentConfig config, Duration end) {
        return end.compareTo(config.duration()) < 0 ? OptionalLong.of(end.toMillis()) : OptionalLong.empty();
    }
}
