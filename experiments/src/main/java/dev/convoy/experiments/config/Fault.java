package dev.convoy.experiments.config;

import dev.convoy.edgenode.MissedRounds;
import dev.convoy.edgenode.NodePhase;
import dev.convoy.edgenode.PowerFault;
import dev.convoy.edgenode.Slowness;
import dev.convoy.edgenode.UpdateFault;
import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.experiments.config.binding.Inline;
import dev.convoy.experiments.config.binding.Key;
import dev.convoy.fleet.Impairment;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that goes wrong with a node, always or for some time. */
public sealed interface Fault
        permits Fault.Down,
                Fault.PowerLoss,
                Fault.Slow,
                Fault.CutOff,
                Fault.Telemetry,
                Fault.Late,
                Fault.Misses,
                ModelFault {
    Timing timing();

    NodeId node();

    /** What it is, in one word. */
    String word();

    /** What a node has once at a time only, and what chances are named after. */
    default String identity() {
        return word();
    }

    /** More about it, for the reader. */
    default String detail() {
        return "";
    }

    /** Whether the node does nothing meanwhile. */
    default boolean stopsTheNode() {
        return false;
    }

    /** In which phase the node may lose power meanwhile, if so. */
    default Optional<PowerFault> powerFault() {
        return Optional.empty();
    }

    /** How slowly the node computes meanwhile, if so. */
    default Optional<Slowness> slowness() {
        return Optional.empty();
    }

    /** Which rounds the node lets pass meanwhile, if so. */
    default Optional<MissedRounds> missedRounds() {
        return Optional.empty();
    }

    /** What is wrong with the updates it sends meanwhile, if so. */
    default Optional<UpdateFault> ofUpdates() {
        return Optional.empty();
    }

    /** Whether the node then calculates with the numbers of its model, of which nothing is left where they are trees. */
    default boolean calculates() {
        return false;
    }

    /** Whether nothing that is sent meanwhile, by the node or to it, arrives. */
    default boolean cutsOff() {
        return false;
    }

    /** What goes wrong meanwhile with the telemetry that is sent to the node, if so. */
    default Optional<Impairment> ofTelemetry() {
        return Optional.empty();
    }

    /** By how much updates that it sends meanwhile arrive later. */
    default Duration lateness() {
        return Duration.ZERO;
    }

    /** The node does nothing and keeps its last state; telemetry meanwhile is unserved. */
    record Down(@Inline Timing timing, NodeId node) implements Fault {
        @Override
        public String word() {
            return "down";
        }

        @Override
        public boolean stopsTheNode() {
            return true;
        }
    }

    /**
     * The node may lose power in a phase of its exchange.
     *
     * @param probability each time; 1 where it is left out
     */
    record PowerLoss(
            @Inline Timing timing,
            NodeId node,
            @Key("while") NodePhase phase,
            Duration off,
            Optional<Double> probability)
            implements Fault {
        public PowerLoss {
            new PowerFault(phase, off.toMillis(), probability.orElse(1.0));
        }

        @Override
        public String word() {
            return "power-loss";
        }

        @Override
        public String identity() {
            return word() + "/" + phase.word();
        }

        @Override
        public Optional<PowerFault> powerFault() {
            return Optional.of(new PowerFault(phase, off.toMillis(), probability.orElse(1.0)));
        }
    }

    /** The node works on, but its link is down, in both directions. */
    record CutOff(@Inline Timing timing, NodeId node) implements Fault {
        @Override
        public String word() {
            return "cut-off";
        }

        @Override
        public boolean cutsOff() {
            return true;
        }
    }

    /** The node takes longer to compute its updates. */
    record Slow(@Inline Timing timing, NodeId node, double factor) implements Fault {
        public Slow {
            new Slowness(factor);
        }

        @Override
        public String word() {
            return "slow";
        }

        @Override
        public String detail() {
            return factor + " times";
        }

        @Override
        public Optional<Slowness> slowness() {
            return Optional.of(new Slowness(factor));
        }
    }

    /** Telemetry goes wrong on its way to the node, beyond what the fleet's link does to it. */
    record Telemetry(
            @Inline Timing timing,
            NodeId node,
            Optional<Double> loss,
            Optional<Double> duplicate,
            Optional<Double> reorder,
            Optional<Double> corrupt)
            implements Fault {
        public Telemetry {
            if (impairment(loss, duplicate, reorder, corrupt).isNone()) {
                throw new IllegalArgumentException(
                        "telemetry needs loss, duplicate, reorder or corrupt above 0, or nothing goes wrong");
            }
        }

        @Override
        public String word() {
            return "telemetry";
        }

        @Override
        public String detail() {
            return Stream.of(
                            part("lost", loss),
                            part("twice", duplicate),
                            part("out of order", reorder),
                            part("corrupted", corrupt))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static String part(String word, Optional<Double> probability) {
            return probability.map(p -> p + " " + word).orElse("");
        }

        @Override
        public Optional<Impairment> ofTelemetry() {
            return Optional.of(impairment(loss, duplicate, reorder, corrupt));
        }

        private static Impairment impairment(
                Optional<Double> loss, Optional<Double> duplicate, Optional<Double> reorder, Optional<Double> corrupt) {
            return new Impairment(loss.orElse(0.0), duplicate.orElse(0.0), reorder.orElse(0.0), corrupt.orElse(0.0));
        }
    }

    /** The node's updates are late on their way. */
    record Late(@Inline Timing timing, NodeId node, Duration by) implements Fault {
        public Late {
            if (by.toMillis() < 1) {
                throw new IllegalArgumentException("by must be at least 1ms: " + by);
            }
        }

        @Override
        public String word() {
            return "late";
        }

        @Override
        public String detail() {
            return "updates " + Durations.write(by) + " later";
        }

        @Override
        public Duration lateness() {
            return by;
        }
    }

    /** The node lets rounds pass without sending anything. */
    record Misses(@Inline Timing timing, NodeId node, Optional<Integer> oneIn, Optional<Double> probability)
            implements Fault {
        public Misses {
            new MissedRounds(oneIn, probability.orElse(0.0));
        }

        @Override
        public String word() {
            return "misses";
        }

        @Override
        public String detail() {
            String rule =
                    oneIn.map(n -> n == 1 ? "every round" : "one round in " + n).orElse("");
            String chance = probability.map(p -> "with probability " + p).orElse("");
            return rule + (rule.isEmpty() || chance.isEmpty() ? "" : " and ") + chance;
        }

        @Override
        public Optional<MissedRounds> missedRounds() {
            return Optional.of(new MissedRounds(oneIn, probability.orElse(0.0)));
        }
    }
}
