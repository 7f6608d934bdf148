package dev.convoy.experiments.config;

import dev.convoy.edgenode.UpdateFault;
import dev.convoy.experiments.config.binding.Inline;
import dev.convoy.telemetry.NodeId;
import java.util.Optional;

/** A node sends something else than the model it has learned. */
public sealed interface ModelFault extends Fault {
    /** What is wrong with the updates that are sent meanwhile. */
    UpdateFault fault();

    @Override
    default Optional<UpdateFault> ofUpdates() {
        return Optional.of(fault());
    }

    /** Its update of some rounds ago. */
    record OldModel(@Inline Timing timing, NodeId node, int rounds) implements ModelFault {
        public OldModel {
            new UpdateFault.OldModel(rounds);
        }

        @Override
        public String word() {
            return "old-model";
        }

        @Override
        public String detail() {
            return rounds == 1 ? "1 round old" : rounds + " rounds old";
        }

        @Override
        public UpdateFault fault() {
            return new UpdateFault.OldModel(rounds);
        }
    }

    /** The opposite of it. */
    record SignFlipped(@Inline Timing timing, NodeId node) implements ModelFault {
        @Override
        public String word() {
            return "sign-flipped";
        }

        @Override
        public UpdateFault fault() {
            return new UpdateFault.SignFlipped();
        }

        @Override
        public boolean calculates() {
            return true;
        }
    }

    /** A multiple of it. */
    record Scaled(@Inline Timing timing, NodeId node, double factor) implements ModelFault {
        public Scaled {
            new UpdateFault.Scaled(factor);
        }

        @Override
        public String word() {
            return "scaled";
        }

        @Override
        public String detail() {
            return factor + " times";
        }

        @Override
        public UpdateFault fault() {
            return new UpdateFault.Scaled(factor);
        }

        @Override
        public boolean calculates() {
            return true;
        }
    }

    /** It with noise. */
    record Noisy(@Inline Timing timing, NodeId node, double deviation) implements ModelFault {
        public Noisy {
            new UpdateFault.Noisy(deviation);
        }

        @Override
        public String word() {
            return "noisy";
        }

        @Override
        public String detail() {
            return "noise " + deviation + " times as large";
        }

        @Override
        public UpdateFault fault() {
            return new UpdateFault.Noisy(deviation);
        }

        @Override
        public boolean calculates() {
            return true;
        }
    }

    /** No numbers at all. */
    record Nan(@Inline Timing timing, NodeId node) implements ModelFault {
        @Override
        public String word() {
            return "nan";
        }

        @Override
        public UpdateFault fault() {
            return new UpdateFault.NotNumbers();
        }
    }
}
