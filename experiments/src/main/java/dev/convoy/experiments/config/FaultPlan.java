package dev.convoy.experiments.config;

import dev.convoy.edgenode.NodeFaults;
import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.fleet.TelemetryFault;
import dev.convoy.runtime.LinkFault;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Windows;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The faults of an experiment with the time for which each lasts.
 *
 * @param seed of the experiment: times that are left to chance follow from it, the node and the kind of fault
 */
public record FaultPlan(List<Fault> faults, Duration duration, long seed) {
    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /** When this fault holds. */
    public Windows windows(Fault fault) {
        RandomStream random = RandomStream.named(seed, "fault/" + fault.node() + "/" + fault.identity());
        return fault.timing().windows(duration, random);
    }

    /** What goes wrong with a node itself. */
    public NodeFaults of(NodeId node) {
        List<Windows.Window> down = faults.stream()
                .filter(fault -> fault.node().equals(node) && fault.stopsTheNode())
                .flatMap(fault -> windows(fault).windows().stream())
                .toList();
        return new NodeFaults(
                new Windows(down),
                lasting(node, Fault::slowness),
                lasting(node, Fault::powerFault),
                lasting(node, Fault::missedRounds),
                lasting(node, Fault::ofUpdates));
    }

    /** What goes wrong with a node's updates on their way. */
    public List<LinkFault> onTheWayFrom(NodeId node) {
        List<LinkFault> all = new ArrayList<>(onTheWayTo(node));
        faults.stream()
                .filter(fault -> fault.node().equals(node) && !fault.lateness().isZero())
                .map(fault -> LinkFault.late(windows(fault), fault.lateness().toMillis()))
                .forEach(all::add);
        return all;
    }

    /** What goes wrong with global models on their way to a node. */
    public List<LinkFault> onTheWayTo(NodeId node) {
        return faults.stream()
                .filter(fault -> fault.node().equals(node) && fault.cutsOff())
                .map(fault -> LinkFault.cutOff(windows(fault)))
                .toList();
    }

    /** What goes wrong with telemetry on its way to nodes. */
    public List<TelemetryFault> onTheWayOfTelemetry() {
        return faults.stream()
                .flatMap(fault -> fault
                        .ofTelemetry()
                        .map(impairment -> new TelemetryFault(fault.node().number(), windows(fault), impairment))
                        .stream())
                .toList();
    }

    private <F> List<Lasting<F>> lasting(NodeId node, Function<Fault, Optional<F>> part) {
        return faults.stream()
                .filter(fault -> fault.node().equals(node))
                .flatMap(fault -> part.apply(fault).map(f -> new Lasting<>(windows(fault), f)).stream())
                .toList();
    }
}
