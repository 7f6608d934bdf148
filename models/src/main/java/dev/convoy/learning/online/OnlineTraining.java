package dev.convoy.learning.online;

import dev.convoy.learning.Learner;
import dev.convoy.learning.Origin;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Proximal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Trains on batches drawn from the last labelled rows; each outcome that has become known earns some steps. */
public final class OnlineTraining {
    private final TrainingPlan plan;
    private final TrainingBuffer buffer;
    private long freshOutcomes;
    private long steps;

    public OnlineTraining(TrainingPlan plan) {
        this.plan = plan;
        this.buffer = new TrainingBuffer(plan.bufferRows());
    }

    /** Keeps the array. */
    public void add(float[] row, int label) {
        buffer.add(row, label);
    }

    /** So many more outcomes have become known, and their rows been added. */
    public void known(long outcomes) {
        freshOutcomes += outcomes;
    }

    /** Whether there is anything new, and enough for a batch: the very first legs alone would teach one label only. */
    public boolean isDue() {
        return freshOutcomes > 0 && hasBatch();
    }

    /** Whether there are rows enough to draw a batch from. */
    public boolean hasBatch() {
        return buffer.size() >= plan.batch();
    }

    /**
     * Takes the steps that the outcomes since the last time have earned.
     *
     * @param base the global model that the learner's own goes back to
     */
    public void train(Learner learner, Parameters base, RandomGenerator random) {
        take(Math.min(plan.maximumSteps(), plan.stepsPerOutcome() * freshOutcomes), learner, base, random);
        freshOutcomes = 0;
    }

    /** Makes the learner's model anew from the last so many rows, in the place of steps. */
    public void trainAnew(Learner learner, int window, Origin origin, RandomGenerator random) {
        TrainingBuffer.Batch newest = buffer.newest(window);
        learner.learnAnew(newest.rows(), newest.labels(), origin, random.nextLong());
        freshOutcomes = 0;
    }

    /** Takes so many steps, whatever is new. */
    public void take(long count, Learner learner, Parameters base, RandomGenerator random) {
        Proximal proximal = new Proximal(plan.proximal(), base);
        for (long step = 0; step < count; step++) {
            TrainingBuffer.Batch batch = buffer.draw(plan.batch(), random);
            if (proximal.mu() > 0) {
                learner.learn(batch.rows(), batch.labels(), proximal);
            } else {
                learner.learn(batch.rows(), batch.labels());
            }
        }
        steps += count;
    }

    /** Taken since the start. */
    public long steps() {
        return steps;
    }

    public void writeTo(DataOutput out) throws IOException {
        buffer.writeTo(out);
        out.writeLong(freshOutcomes);
        out.writeLong(steps);
    }

    public void readFrom(DataInput in) throws IOException {
        buffer.readFrom(in);
        freshOutcomes = in.readLong();
        steps = in.readLong();
    }
}
