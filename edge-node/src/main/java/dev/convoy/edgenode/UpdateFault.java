package dev.convoy.edgenode;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Gaussian;
import dev.convoy.learning.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What a faulty node sends in place of an update. What is done to its numbers is done to what is sent: to the node's
 * parameters, or to its progress where the strategy wants that, and to the change of its control variate if it has one.
 */
public sealed interface UpdateFault {
    /**
     * What is sent, in the round of the update.
     *
     * @param earlier the node's updates as they should have been sent, the last {@link #memory()} of them at least where
     *     there are so many, in order
     */
    ModelUpdate inPlaceOf(ModelUpdate update, List<ModelUpdate> earlier, RandomGenerator random);

    /** Of how many earlier updates it makes use. */
    default int memory() {
        return 0;
    }

    /**
     * The update of some rounds ago, with the base version and the training data of that time; the oldest there is where
     * there are not so many.
     */
    record OldModel(int rounds) implements UpdateFault {
        public static final int MOST_ROUNDS = 1000;

        public OldModel {
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new IllegalArgumentException("rounds must be 1 to " + MOST_ROUNDS + ": " + rounds);
            }
        }

        @Override
        public ModelUpdate inPlaceOf(ModelUpdate update, List<ModelUpdate> earlier, RandomGenerator random) {
            if (earlier.isEmpty()) {
                return update;
            }
            ModelUpdate old = earlier.get(Math.max(0, earlier.size() - rounds));
            return inRound(update.round(), old, old.parameters(), old.control());
        }

        @Override
        public int memory() {
            return rounds;
        }
    }

    /** Every number with the other sign, so that the merged model is pushed away from what the node has learned. */
    record SignFlipped() implements UpdateFault {
        @Override
        public ModelUpdate inPlaceOf(ModelUpdate update, List<ModelUpdate> earlier, RandomGenerator random) {
            return changed(update, own -> each(own, value -> -value));
        }
    }

    /** Every number multiplied by the same factor; infinite where that is too much for it. */
    record Scaled(double factor) implements UpdateFault {
        public Scaled {
            if (!Double.isFinite(factor)) {
                throw new IllegalArgumentException("factor must be a number: " + factor);
            }
        }

        @Override
        public ModelUpdate inPlaceOf(ModelUpdate update, List<ModelUpdate> earlier, RandomGenerator random) {
            return changed(update, own -> each(own, value -> factor * value));
        }
    }

    /**
     * Normal noise added to every number.
     *
     * @param deviation standard deviation of the noise, in root mean squares of the numbers it is added to
     */
    record Noisy(double deviation) implements UpdateFault {
        public static final double MOST = 1e6;

        public Noisy {
            if (!(deviation > 0 && deviation <= MOST)) {
                throw new IllegalArgumentException("deviation must be above 0 and at most " + MOST + ": " + deviation);
            }
        }

        @Override
        public ModelUpdate inPlaceOf(ModelUpdate update, List<ModelUpdate> earlier, RandomGenerator random) {
            return changed(update, own -> noisy(own, random));
        }

        private Parameters noisy(Parameters own, RandomGenerator random) {
            double rootMeanSquare = own.norm() / Math.sqrt(own.size());
            return each(own, value -> value + deviation * rootMeanSquare * Gaussian.draw(random));
        }
    }

    /** Not a number in every place, as after a division by zero. */
    record NotNumbers() implements UpdateFault {
        @Override
        public ModelUpdate inPlaceOf(ModelUpdate update, List<ModelUpdate> earlier, RandomGenerator random) {
            return changed(update, own -> each(own, value -> Double.NaN));
        }
    }

    private static ModelUpdate changed(ModelUpdate update, UnaryOperator<Parameters> change) {
        return inRound(
                update.round(),
                update,
                change.apply(update.parameters()),
                update.control().map(change));
    }

    private static Parameters each(Parameters own, DoubleUnaryOperator change) {
        float[] values = own.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) change.applyAsDouble(values[i]);
        }
        return Parameters.of(values);
    }

    private static ModelUpdate inRound(
            long round, ModelUpdate update, Parameters parameters, Optional<Parameters> control) {
        return new ModelUpdate(
                update.node(),
                round,
                update.baseVersion(),
                update.examples(),
                update.dataEndedMs(),
                update.accuracy(),
                update.content(),
                parameters,
                control);
    }
}
