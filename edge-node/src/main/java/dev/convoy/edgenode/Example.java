package dev.convoy.edgenode;

import dev.convoy.learning.FloatArrays;
import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One telemetry record on its way through a node: first its features, then also its prediction. */
final class Example {
    private static final Probabilities UNPREDICTED = Probabilities.of();

    private final Origin origin;
    private final float[] features;
    private final boolean contested;
    private final Baselines baselines;
    private Probabilities probabilities = UNPREDICTED;
    private int place;

    /** Keeps the array. */
    Example(Origin origin, float[] features, boolean contested, Baselines baselines) {
        this.origin = origin;
        this.features = features;
        this.contested = contested;
        this.baselines = baselines;
    }

    Origin origin() {
        return origin;
    }

    /** Not to be changed. */
    float[] features() {
        return features;
    }

    boolean contested() {
        return contested;
    }

    Baselines baselines() {
        return baselines;
    }

    boolean isPredicted() {
        return probabilities.classes() > 0;
    }

    /** Where it waits in the batch, as long as it is not predicted. */
    int place() {
        return place;
    }

    void waitAt(int placeInBatch) {
        place = placeInBatch;
    }

    Probabilities probabilities() {
        return probabilities;
    }

    void predicted(Probabilities result) {
        probabilities = result;
    }

    Prediction prediction(NodeId node, long version) {
        return new Prediction(
                node,
                origin.vehicle,
                origin.leg,
                origin.sequence,
                origin.phase,
                origin.timeMs,
                version,
                probabilities,
                contested,
                baselines);
    }

    void writeTo(DataOutput out) throws IOException {
        origin.writeTo(out);
        FloatArrays.write(features, out);
        out.writeBoolean(contested);
        baselines.writeTo(out);
        out.writeInt(probabilities.classes());
        for (int k = 0; k < probabilities.classes(); k++) {
            out.writeDouble(probabilities.of(k));
        }
    }

    static Example readFrom(DataInput in) throws IOException {
        Example example =
                new Example(Origin.readFrom(in), FloatArrays.read(in), in.readBoolean(), Baselines.readFrom(in));
        double[] values = new double[in.readInt()];
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readDouble();
        }
        example.predicted(Probabilities.of(values));
        return example;
    }

    /**
     * Which record it is.
     *
     * @param leg 0 where no label will come
     * @param timeMs run time at which it arrived
     */
    record Origin(String vehicle, long leg, long sequence, Phase phase, long timeMs) {
        private static final Phase[] PHASES = Phase.values();

        private void writeTo(DataOutput out) throws IOException {
            out.writeUTF(vehicle);
            out.writeLong(leg);
            out.writeLong(sequence);
            out.writeByte(phase.ordinal());
            out.writeLong(timeMs);
        }

        private static Origin readFrom(DataInput in) throws IOException {
            return new Origin(in.readUTF(), in.readLong(), in.readLong(), PHASES[in.readByte()], in.readLong());
        }
    }
}
