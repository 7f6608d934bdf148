package dev.convoy.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a step of training on 32 rows, and predicting them, takes in the study's shape of 221 parameters; run by hand. The
 * medians hold on a busy machine too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LearnerBenchmark {
    private static final int FEATURES = 8;
    private static final int BATCHES = 64;

    @Param({"dense", "dense-tanh", "neural-network"})
    public String kind;

    private Learner learner;
    private final List<List<float[]>> rows = new ArrayList<>();
    private final List<int[]> labels = new ArrayList<>();
    private int next;

    @Setup
    public void build() {
        Dense dense = Dense.standard();
        LearnerKind chosen = switch (kind) {
            case "dense" -> dense;
            case "dense-tanh" ->
                new Dense(
                        dense.hidden(),
                        Activation.TANH,
                        dense.updater(),
                        dense.loss(),
                        dense.learningRate(),
                        dense.l2(),
                        dense.batch());
            default -> NeuralNetwork.standard();
        };
        learner = chosen.create(FEATURES, 2, chosen.initialParameters(FEATURES, 2, new SplittableRandom(1)));
        SplittableRandom random = new SplittableRandom(2);
        for (int batch = 0; batch < BATCHES; batch++) {
            rows.add(DrawnRows.rows(32, FEATURES, random));
            labels.add(DrawnRows.noisyLabels(rows.get(batch), 2, random));
        }
    }

    @Benchmark
    public void learn() {
        next = (next + 1) % BATCHES;
        learner.learn(rows.get(next), labels.get(next));
    }

    @Benchmark
    public List<Probabilities> predict() {
        next = (next + 1) % BATCHES;
        return learner.predict(rows.get(next));
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(LearnerBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
