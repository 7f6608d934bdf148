package dev.convoy.experiments.config;

import dev.convoy.aggregator.AggregatorConfig;
import dev.convoy.edgenode.NodePhase;
import dev.convoy.experiments.config.binding.Conflicts;
import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.learning.Merging;
import dev.convoy.runtime.Windows;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold of the faults of an experiment. */
record FaultChecks(Duration duration, NodesConfig nodes, AggregatorConfig aggregator, List<Fault> faults) {
    /** So that there is an instant between the cut of an update and its sending. */
    private static final Duration SHORTEST_COMPUTING = Duration.ofMillis(2);

    void addTo(Conflicts conflicts) {
        for (int i = 0; i < faults.size(); i++) {
            checkFault(i, conflicts);
        }
    }

    private void checkFault(int index, Conflicts conflicts) {
        Fault fault = faults.get(index);
        String key = "faults." + index;
        conflicts.require(
                fault.node().number() <= nodes.count(),
                key + ": " + NodesConfig.unknown(fault.node(), nodes.count()),
                key + ".node",
                "nodes.count");
        Optional<String> refusal = fault.timing().refusal(duration);
        conflicts.require(
                refusal.isEmpty(),
                key + " " + refusal.orElse(""),
                key + ".at",
                key + ".for",
                key + ".mttf",
                key + ".node",
                "duration");
        conflicts.require(
                !fault.calculates() || nodes.settings().learner().merging() == Merging.AVERAGE,
                key + ": " + fault.word() + " calculates with parameters, and this learner has trees; old-model and nan"
                        + " go with it",
                key + ".kind",
                "nodes.learner");
        fault.powerFault().ifPresent(power -> checkPower(key, fault.node(), power.phase(), conflicts));
        conflicts.require(
                fault.slowness().isEmpty()
                        || (aggregator.strategy().content().isPresent()
                                && !nodes.settingsOf(fault.node()).compute().isZero()),
                key + ": " + fault.node() + " computes no updates that could be slower",
                key + ".kind",
                "nodes.compute",
                "aggregator.strategy");
        for (int other = 0; other < index; other++) {
            conflicts.require(
                    !overlap(fault, faults.get(other)),
                    key + " overlaps faults." + other + " on " + fault.node(),
                    key + ".at",
                    key + ".for",
                    "faults." + other);
        }
    }

    /** Faults of different kinds may hold at once; one that is drawn may meet any of its own. */
    private boolean overlap(Fault one, Fault other) {
        return one.node().equals(other.node())
                && one.identity().equals(other.identity())
                && (one.timing().isDrawn()
                        || other.timing().isDrawn()
                        || windows(one).meet(windows(other)));
    }

    private Windows windows(Fault fault) {
        return new FaultPlan(faults, duration, 0).windows(fault);
    }

    /** A phase that never comes would be a fault that is passed over in silence. */
    private void checkPower(String key, NodeId node, NodePhase phase, Conflicts conflicts) {
        boolean models = aggregator.strategy().central().isPresent();
        boolean updates = aggregator.strategy().content().isPresent();
        conflicts.require(
                updates || (models && phase == NodePhase.RECEIVING),
                key + ": with this strategy a node is never " + phase.word(),
                key + ".while",
                "aggregator.strategy");
        Duration compute = nodes.settingsOf(node).compute();
        conflicts.require(
                phase != NodePhase.COMPUTING || compute.compareTo(SHORTEST_COMPUTING) >= 0,
                key + ": " + node + " is never computing, because its compute is " + Durations.write(compute),
                key + ".while",
                "nodes.compute");
    }
}
