package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.run.CodeVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** All runs of a sweep: every treatment with the same seeds, so that what they share by chance cancels out. */
public final class SweepPlan {
    private final Sweep sweep;
    private final List<PlannedRun> runs = new ArrayList<>();

    /** @param engine its word: a run over Kafka is not the same as one in this JVM, because it is timed */
    public SweepPlan(Sweep sweep, String engine) {
        this.sweep = sweep;
        for (Sweep.Variant variant : sweep.variants()) {
            for (long seed : seeds()) {
                ExperimentConfig experiment = variant.experiment().withSeed(seed);
                String key = CodeVersion.hash(Experiments.write(experiment) + "\nengine " + engine
                        + sweep.experiment()
                                .sweep()
                                .targetAccuracy()
                                .map(target -> "\ntarget " + target)
                                .orElse(""));
                runs.add(new PlannedRun(variant.treatment().name(), experiment, key));
            }
        }
    }

    public Sweep sweep() {
        return sweep;
    }

    public int size() {
        return runs.size();
    }

    /** From the experiment's own on. */
    List<Long> seeds() {
        long first = sweep.experiment().seed();
        return LongStream.range(first, first + sweep.experiment().sweep().seeds())
                .boxed()
                .toList();
    }

    /** By treatment and seed. */
    List<PlannedRun> runs() {
        return List.copyOf(runs);
    }

    /** The order of work: a seed for all treatments before the next, so that half a sweep is a sweep of half the seeds. */
    List<PlannedRun> inTurn() {
        List<PlannedRun> turn = new ArrayList<>();
        int seeds = seeds().size();
        for (int seed = 0; seed < seeds; seed++) {
            for (int first = seed; first < runs.size(); first += seeds) {
                turn.add(runs.get(first));
            }
        }
        return turn;
    }
}
