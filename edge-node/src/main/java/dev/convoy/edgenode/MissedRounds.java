package dev.convoy.edgenode;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which of its rounds a node lets pass. A round that is missed is neither cut nor counted: what was learned goes into the
 * next one, but a policy that waits for some time after an update waits as if there had been one.
 *
 * @param oneIn the last of so many is missed; none for no such rule
 * @param probability of any other to be missed
 */
public record MissedRounds(Optional<Integer> oneIn, double probability) {
    public MissedRounds {
        if (oneIn.isPresent() && oneIn.get() < 1) {
            throw new IllegalArgumentException("one-in must be at least 1: " + oneIn.get());
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1]: " + probability);
        }
        if (oneIn.isEmpty() && probability == 0) {
            throw new IllegalArgumentException("a node that misses rounds needs one-in or a probability above 0");
        }
    }

    /**
     * Always one draw, so that what is missed by chance does not depend on the rule.
     *
     * @param round how many rounds there have been while the fault lasted, this one included
     */
    boolean misses(long round, RandomGenerator random) {
        boolean byChance = random.nextDouble() < probability;
        return byChance || (oneIn.isPresent() && round % oneIn.get() == 0);
    }
}
