package dev.convoy.edgenode;

import dev.convoy.learning.Learner;
import dev.convoy.learning.Origin;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Proximal;
import dev.convoy.learning.Retraining;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Local training: what has become known since the last training instant decides how many steps the next one takes, and
 * what was trained on since the last update decides what that update can speak for.
 */
final class Training {
    private final NodeId node;
    private final TrainingPlan settings;
    private final TrainingBuffer buffer;
    private long freshOutcomes;
    private int freshRows;
    private long freshMs;
    private int examples;
    private long dataEndedMs;
    private long steps;

    Training(NodeId node, TrainingPlan settings) {
        this.node = node;
        this.settings = settings;
        this.buffer = new TrainingBuffer(settings.bufferRows());
    }

    /** The label of a leg became known at this run time. */
    void add(PendingLeg leg, int label, long timeMs) {
        List<Example> drawn = leg.drawnEvenly(settings.rowsPerOutcome());
        for (Example row : drawn) {
            buffer.add(row.features(), label);
        }
        freshOutcomes++;
        freshRows += drawn.size();
        freshMs = timeMs;
    }

    /** Whether there is enough new, and enough for a batch: the very first legs alone would teach one label only. */
    boolean isDue() {
        int fewest = settings.retraining().map(Retraining::afterRows).orElse(1);
        return freshRows >= fewest && buffer.size() >= settings.batch();
    }

    /** @param base the global model that was adopted last */
    void train(Learner learner, Parameters base, RandomGenerator random) {
        if (settings.retraining().isPresent()) {
            TrainingBuffer.Batch window =
                    buffer.newest(settings.retraining().get().window());
            learner.learnAnew(window.rows(), window.labels(), new Origin(node, freshMs), random.nextLong());
        } else {
            takeSteps(learner, base, random);
        }
        examples += freshRows;
        dataEndedMs = freshMs;
        freshOutcomes = 0;
        freshRows = 0;
    }

    private void takeSteps(Learner learner, Parameters base, RandomGenerator random) {
        Proximal proximal = new Proximal(settings.proximal(), base);
        long due = Math.min(settings.maximumSteps(), settings.stepsPerOutcome() * freshOutcomes);
        for (long step = 0; step < due; step++) {
            TrainingBuffer.Batch batch = buffer.draw(settings.batch(), random);
            if (proximal.mu() > 0) {
                learner.learn(batch.rows(), batch.labels(), proximal);
            } else {
                learner.learn(batch.rows(), batch.labels());
            }
        }
        steps += due;
    }

    /** Labelled rows the model has learned from since the last update. */
    int examples() {
        return examples;
    }

    /** Run time at which the newest of what the model has learned from became known. */
    long dataEndedMs() {
        return dataEndedMs;
    }

    /** Steps taken since the start. */
    long steps() {
        return steps;
    }

    /** An update speaks for them now, or an adopted model has taken the place of what they taught. */
    void clearExamples() {
        examples = 0;
    }

    void writeTo(DataOutput out) throws IOException {
        buffer.writeTo(out);
        out.writeLong(freshOutcomes);
        out.writeInt(freshRows);
        out.writeLong(freshMs);
        out.writeInt(examples);
        out.writeLong(dataEndedMs);
        out.writeLong(steps);
    }

    void readFrom(DataInput in) throws IOException {
        buffer.readFrom(in);
        freshOutcomes = in.readLong();
        freshRows = in.readInt();
        freshMs = in.readLong();
        examples = in.readInt();
        dataEndedMs = in.readLong();
        steps = in.readLong();
    }
}
