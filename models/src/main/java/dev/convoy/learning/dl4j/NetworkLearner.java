package dev.convoy.learning.dl4j;

import dev.convoy.learning.Learner;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NetworkShape;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import dev.convoy.telemetry.Decimals;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J network that predicts and trains in float32 on one thread, so that equal input gives equal bits. */
public final class NetworkLearner implements Learner {
    private final NetworkShape shape;
    private final MultiLayerNetwork network;

    /** Two classes share one output, the probability of class 1; more have one each. */
    public NetworkLearner(NetworkShape shape, Loss loss, double learningRate, double l2, Parameters initial) {
        this.shape = shape;
        Natives.load();
        requireSize(initial);
        this.network = Networks.build(shape, loss, learningRate, l2, initial);
    }

    @Override
    public List<Probabilities> predict(List<float[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        INDArray output = network.output(matrix(rows), false);
        // Rows and columns may lie in either order.
        float[] values = output.data().asFloat();
        int rowStride = Math.toIntExact(output.stride(0));
        int columnStride = Math.toIntExact(output.stride(1));
        List<Probabilities> predictions = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            predictions.add(probabilities(values, row * rowStride, columnStride));
        }
        return predictions;
    }

    @Override
    public void learn(List<float[]> rows, int[] labels) {
        if (rows.isEmpty() || rows.size() != labels.length) {
            throw new IllegalArgumentException(
                    "a batch needs a label for each row: " + rows.size() + " rows, " + labels.length + " labels");
        }
        network.fit(matrix(rows), targets(labels));
        double loss = network.score();
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("training diverged: the loss is " + loss + " at step "
                    + network.getIterationCount() + "; a smaller learning rate may help");
        }
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(network.params().data().asFloat());
    }

    @Override
    public void adopt(Parameters parameters) {
        requireSize(parameters);
        network.params().data().setData(parameters.toArray());
    }

    @Override
    public byte[] state() {
        return new NetworkState(
                        network.getIterationCount(),
                        network.params().data().asFloat(),
                        network.getUpdater().getStateViewArray().data().asFloat())
                .encode();
    }

    @Override
    public void restore(byte[] state) {
        INDArray moments = network.getUpdater().getStateViewArray();
        NetworkState restored = NetworkState.decode(state, shape.parameterCount(), Math.toIntExact(moments.length()));
        network.params().data().setData(restored.parameters());
        moments.data().setData(restored.moments());
        network.setIterationCount(restored.iterations());
    }

    private INDArray matrix(List<float[]> rows) {
        int width = shape.features();
        float[] values = new float[Math.multiplyExact(rows.size(), width)];
        for (int row = 0; row < rows.size(); row++) {
            float[] features = rows.get(row);
            if (features.length != width) {
                throw new IllegalArgumentException("a row has " + width + " features: " + features.length);
            }
            System.arraycopy(features, 0, values, row * width, width);
        }
        return Nd4j.create(values, new long[] {rows.size(), width}, 'c');
    }

    private INDArray targets(int[] labels) {
        int outputs = shape.outputs();
        float[] values = new float[labels.length * outputs];
        for (int row = 0; row < labels.length; row++) {
            int label = labels[row];
            if (label < 0 || label >= shape.classes()) {
                throw new IllegalArgumentException("classes are 0 to " + (shape.classes() - 1) + ": " + label);
            }
            if (outputs == 1) {
                values[row] = label;
            } else {
                values[row * outputs + label] = 1;
            }
        }
        return Nd4j.create(values, new long[] {labels.length, outputs}, 'c');
    }

    private Probabilities probabilities(float[] output, int offset, int stride) {
        int outputs = shape.outputs();
        double[] values = new double[shape.classes()];
        if (outputs == 1) {
            // Rounded first, so that the two still add up to 1.
            values[1] = Decimals.round(held(output[offset]), 6);
            values[0] = 1 - values[1];
        } else {
            for (int label = 0; label < outputs; label++) {
                values[label] = held(output[offset + label * stride]);
            }
        }
        return Probabilities.of(values);
    }

    /** Weighted sums can lie beyond what a probability can be. */
    private static double held(float output) {
        return Math.max(0, Math.min(1, output));
    }

    private void requireSize(Parameters parameters) {
        if (parameters.size() != shape.parameterCount()) {
            throw new IllegalArgumentException(
                    "expected " + shape.parameterCount() + " parameters for " + shape + ": " + parameters.size());
        }
    }
}
