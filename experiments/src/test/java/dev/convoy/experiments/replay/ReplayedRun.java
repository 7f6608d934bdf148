package dev.convoy.experiments.replay;

import dev.convoy.exchange.FinalModel;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.Recording;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.local.LocalEngine;
import dev.convoy.runtime.local.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** A replay on the local engine without plots: what was predicted, and what it was. */
final class ReplayedRun implements Recorder {
    private final Wiring wiring;
    private final RunRecorder recorder;
    private final Map<Long, Prediction> predictions = new HashMap<>();
    private final List<Scored> scored = new ArrayList<>();
    private final List<FinalModel> finalModels = new ArrayList<>();

    /** A prediction whose label is known. */
    record Scored(Prediction prediction, int label) {}

    ReplayedRun(String file, Settings engine, String... settings) throws InterruptedException {
        wiring = new Wiring(Experiments.read(Path.of(file), List.of(settings)));
        recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        new LocalEngine(wiring.topology(), wiring::actor, wiring.seed(), wiring.durationMs(), engine, this).run();
    }

    Wiring wiring() {
        return wiring;
    }

    List<Scored> scored() {
        return scored;
    }

    /** One a node. */
    List<FinalModel> finalModels() {
        return finalModels;
    }

    Recording write(Path directory) throws IOException {
        return recorder.write(directory, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));
    }

    double accuracy() {
        return share(s -> OptionalInt.of(s.prediction().probabilities().predicted()));
    }

    /** Of a baseline; before it knows anything it counts as class 0. */
    double share(Function<Scored, OptionalInt> baseline) {
        long right = scored.stream()
                .filter(s -> baseline.apply(s).orElse(0) == s.label())
                .count();
        return (double) right / scored.size();
    }

    @Override
    public synchronized void record(Envelope<?> envelope) {
        recorder.accept(envelope);
        if (envelope.message() instanceof Prediction prediction) {
            predictions.put(key(prediction.vehicle(), prediction.leg()), prediction);
        } else if (envelope.message() instanceof Resolution resolution
                && resolution.label().isPresent()) {
            Prediction prediction = predictions.remove(key(resolution.vehicle(), resolution.leg()));
            scored.add(new Scored(prediction, resolution.label().getAsInt()));
        } else if (envelope.message() instanceof FinalModel model) {
            finalModels.add(model);
        }
    }

    private static long key(String vehicle, long leg) {
        return vehicle.hashCode() * 1_000_000_007L + leg;
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {}

    @Override
    public void deadLetter(DeadLetter letter) {}
}
