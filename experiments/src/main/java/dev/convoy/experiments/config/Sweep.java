package dev.convoy.experiments.config;

import java.util.List;

/**
 * An experiment file that is to be run with several treatments.
 *
 * @param experiment the file without any treatment
 * @param variants one for each treatment, in order
 */
public record Sweep(ExperimentConfig experiment, List<Variant> variants) {
    /** By which a policy is chosen. */
    private static final List<Measure> CHOSEN_BY = List.of(
            Measure.ACCURACY,
            Measure.CONTESTED_ACCURACY,
            Measure.LAST_QUARTER_ACCURACY,
            Measure.COST_PER_1000,
            Measure.WORST_NODE_ACCURACY,
            Measure.PARTICIPATION_BIAS,
            Measure.KAPPA,
            Measure.UPDATES_REJECTED,
            Measure.BYTES_SENT,
            Measure.GRADIENT_STEPS);

    public Sweep {
        variants = List.copyOf(variants);
    }

    /** The experiment with one treatment. */
    public record Variant(Treatment treatment, ExperimentConfig experiment) {}

    /** The treatment that one is compared with: the last baseline up to it, or the first of all where none is so early. */
    public String baselineOf(String treatment) {
        List<String> named = experiment.sweep().baselines();
        String baseline = named.isEmpty() ? variants.get(0).treatment().name() : named.get(0);
        for (Variant variant : variants) {
            String name = variant.treatment().name();
            if (named.contains(name)) {
                baseline = name;
            }
            if (name.equals(treatment)) {
                break;
            }
        }
        return baseline;
    }

    /** What is shown of the runs, the most important first. */
    public List<Measure> measures() {
        List<Measure> named = experiment.sweep().measures();
        return named.isEmpty() ? CHOSEN_BY : named;
    }
}
