package dev.convoy.edgenode;

import dev.convoy.exchange.ModelUpdate;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a faulty node sends in place of an update. */
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
            return new ModelUpdate(
                    update.node(),
                    update.round(),
                    old.baseVersion(),
                    old.examples(),
                    old.dataEndedMs(),
                    old.accuracy(),
                    old.content(),
                    old.parameters());
        }

        @Override
        public int memory() {
            return rounds;
        }
    }
}
