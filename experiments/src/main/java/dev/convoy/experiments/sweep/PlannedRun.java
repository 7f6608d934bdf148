package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.ExperimentConfig;

/**
 * One run of a sweep.
 *
 * @param treatment its name
 * @param experiment with the treatment and the seed
 * @param key what tells it from all other runs, also of other sweeps and other code
 */
record PlannedRun(String treatment, ExperimentConfig experiment, String key) {
    long seed() {
        return experiment.seed();
    }

    @Override
    public String toString() {
        return treatment + ", seed " + seed();
    }
}
