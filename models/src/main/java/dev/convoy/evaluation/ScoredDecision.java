package dev.convoy.evaluation;

import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Baselines;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One decision whose label is known: all that its scores need.
 *
 * @param probability that the model gave to the label
 * @param contested whether the range estimate was close to the reserve
 */
public record ScoredDecision(int predicted, int label, double probability, boolean contested, Baselines baselines) {
    public ScoredDecision {
        if (predicted < 0 || label < 0) {
            throw new IllegalArgumentException("classes count from 0: predicted " + predicted + ", label " + label);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1]: " + probability);
        }
    }

    public static ScoredDecision of(Probabilities probabilities, int label, boolean contested, Baselines baselines) {
        return new ScoredDecision(probabilities.predicted(), label, probabilities.of(label), contested, baselines);
    }

    public boolean correct() {
        return predicted == label;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(predicted);
        out.writeInt(label);
        out.writeDouble(probability);
        out.writeBoolean(contested);
        baselines.writeTo(out);
    }

    static ScoredDecision readFrom(DataInput in) throws IOException {
        return new ScoredDecision(
                in.readInt(), in.readInt(), in.readDouble(), in.readBoolean(), Baselines.readFrom(in));
    }
}
