package dev.convoy.experiments.config;

import dev.convoy.edgenode.NodeFaults;
import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.runtime.LinkFault;
import dev.convoy.runtime.Windows;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The faults of an experiment with the time for which each lasts. */
public record FaultPlan(List<Fault> faults, Duration duration) {
    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /** When this fault holds. */
    public Windows windows(Fault fault) {
        return fault.timing().windows(duration);
    }

    /** What goes wrong with a node itself. */
    public NodeFaults of(NodeId node) {
        List<Windows.Window> down = faults.stream()
                .filter(fault -> fault.node().equals(node) && fault.stopsTheNode())
                .flatMap(fault -> windows(fault).windows().stream())
                .toList();
        return new NodeFaults(new Windows(down), lasting(node, Fault::missedRounds), lasting(node, Fault::ofUpdates));
    }

    /** What goes wrong with a node's updates on their way. */
    public List<LinkFault> onTheWayFrom(NodeId node) {
        return faults.stream()
                .filter(fault -> fault.node().equals(node) && !fault.lateness().isZero())
                .map(fault -> LinkFault.late(windows(fault), fault.lateness().toMillis()))
                .toList();
    }

    private <F> List<Lasting<F>> lasting(NodeId node, Function<Fault, Optional<F>> part) {
        return faults.stream()
                .filter(fault -> fault.node().equals(node))
                .flatMap(fault -> part.apply(fault).map(f -> new Lasting<>(windows(fault), f)).stream())
                .toList();
    }
}
