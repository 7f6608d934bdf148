package dev.convoy.experiments.config;

import java.util.List;

/**
 * An experiment file that is to be run with several treatments.
 *
 * @param experiment the file without any treatment
 * @param variants one for each treatment, in order
 */
public record Sweep(ExperimentConfig experiment, List<Variant> variants) {
    public Sweep {
        variants = List.copyOf(variants);
    }

    /** The experiment with one treatment. */
    public record Variant(Treatment treatment, ExperimentConfig experiment) {}

    /** The treatment that the others are compared with. */
    public String baseline() {
        return experiment.sweep().baseline().orElse(variants.get(0).treatment().name());
    }
}
