package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Key;
import dev.convoy.runtime.Loss;

/**
 * Loss in bursts after Gilbert and Elliott, with netem's names.
 *
 * @param p probability that a good link turns bad after a message
 * @param r probability that a bad link turns good after a message
 * @param lossInBad probability that a bad link loses a message
 * @param lossInGood probability that a good link loses a message
 */
public record Gemodel(
        double p,
        double r,
        @Key("1-h") double lossInBad,
        @Key("1-k") double lossInGood) {
    public Gemodel {
        new Loss.GilbertElliott(p, r, lossInBad, lossInGood);
    }

    /** A link that is bad a tenth of the time that it is good, ten messages long on the mean, and then loses all. */
    public static Gemodel standard() {
        return new Gemodel(0.01, 0.1, 1, 0);
    }

    Loss loss() {
        return new Loss.GilbertElliott(p, r, lossInBad, lossInGood);
    }
}
