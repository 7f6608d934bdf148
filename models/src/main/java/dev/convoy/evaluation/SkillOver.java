package dev.convoy.evaluation;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much of what a reference got wrong is got right, (p - r) / (1 - r), with p the accuracy and r the reference's, both
 * over the examples for which the reference said something. Over no-change it is the temporal kappa (Bifet, Read,
 * Zliobaite, Pfahringer, Holmes 2013, "Pitfalls in benchmarking data stream classification and how to avoid them"), over
 * the majority class kappa-m (Bifet, de Francisci Morales, Read, Holmes, Pfahringer 2015, "Efficient online evaluation of
 * big data stream classifiers"). 1 is always right, 0 as good as the reference, negative worse.
 */
public final class SkillOver {
    private long correct;
    private long reference;
    private long all;

    public void add(boolean isCorrect, OptionalInt said, int label) {
        if (said.isPresent()) {
            all++;
            correct += isCorrect ? 1 : 0;
            reference += said.getAsInt() == label ? 1 : 0;
        }
    }

    /** Undefined where the reference was always right, or said nothing. */
    public OptionalDouble value() {
        return Ratio.of(correct - reference, all - reference);
    }
}
