package dev.convoy.runtime;

import java.util.random.RandomGenerator;

/** By which law a link loses what is sent over it; the names of the parameters are netem's. */
public sealed interface Loss {
    Loss NEVER = new Independent(0);

    /** Whether nothing is ever lost. */
    boolean isNever();

    /** Draws what becomes of one transmission. */
    boolean loses(LinkState state, RandomGenerator random);

    /**
     * Each transmission by itself.
     *
     * @param probability in [0, 1]
     */
    record Independent(double probability) implements Loss {
        public Independent {
            requireProbability("loss", probability);
        }

        @Override
        public boolean isNever() {
            return probability == 0;
        }

        @Override
        public boolean loses(LinkState state, RandomGenerator random) {
            return random.nextDouble() < probability;
        }
    }

    /**
     * In bursts: a link is good or bad, and changes between the two from one transmission to the next (Gilbert 1960,
     * Elliott 1963). In the long run it loses (r (1-k) + p (1-h)) / (p + r), and stays bad for 1 / r transmissions. It
     * begins good.
     *
     * @param p probability that a good link turns bad after a transmission
     * @param r probability that a bad link turns good after a transmission
     * @param lossInBad probability that a bad link loses a transmission: netem's 1-h
     * @param lossInGood probability that a good link loses a transmission: netem's 1-k
     */
    record GilbertElliott(double p, double r, double lossInBad, double lossInGood) implements Loss {
        public GilbertElliott {
            requireProbability("p", p);
            requireProbability("r", r);
            requireProbability("1-h", lossInBad);
            requireProbability("1-k", lossInGood);
            if (p + r == 0) {
                throw new IllegalArgumentException("p and r must not both be 0: the link would never change");
            }
        }

        @Override
        public boolean isNever() {
            return false;
        }

        /** Two draws: of the loss, and of the change after it. */
        @Override
        public boolean loses(LinkState state, RandomGenerator random) {
            boolean lost = random.nextDouble() < (state.isBad() ? lossInBad : lossInGood);
            if (random.nextDouble() < (state.isBad() ? r : p)) {
                state.change();
            }
            return lost;
        }
    }

    private static void requireProbability(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + probability);
        }
    }
}
