package dev.convoy.learning.dl4j;

import dev.convoy.learning.GradientTerm;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NetworkShape;
import dev.convoy.learning.NetworkState;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
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
        shape.requireSize(initial);
        this.network = Networks.build(shape, loss, learningRate, l2, initial);
    }

    @Override
    public List<Probabilities> predict(List<float[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        shape.requireWidth(rows);
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
        shape.requireBatch(rows, labels);
        network.fit(matrix(rows), targets(labels));
        Loss.requireFinite(network.score(), network.getIterationCount());
    }

    @Override
    public void learn(List<float[]> rows, int[] labels, GradientTerm term) {
        shape.requireSize(term.size());
        network.setListeners(new BaseTrainingListener() {
            @Override
            public void onGradientCalculation(Model model) {
                // Summed over the rows here; the updater divides it by their number.
                float[] added = network.params().data().asFloat();
                for (int i = 0; i < added.length; i++) {
                    added[i] = labels.length * term.at(i, added[i]);
                }
                network.getFlattenedGradients().reshape(added.length).addi(Nd4j.createFromArray(added));
            }
        });
        try {
            learn(rows, labels);
        } finally {
            network.setListeners(List.of());
        }
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(network.params().data().asFloat());
    }

    @Override
    public void adopt(Parameters parameters) {
        shape.requireSize(parameters);
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
            System.arraycopy(rows.get(row), 0, values, row * width, width);
        }
        return Nd4j.create(values, new long[] {rows.size(), width}, 'c');
    }

    private INDArray targets(int[] labels) {
        int outputs = shape.outputs();
        float[] values = new float[labels.length * outputs];
        for (int row = 0; row < labels.length; row++) {
            if (outputs == 1) {
                values[row] = labels[row];
            } else {
                values[row * outputs + labels[row]] = 1;
            }
        }
        return Nd4j.create(values, new long[] {labels.length, outputs}, 'c');
    }

    private Probabilities probabilities(float[] output, int offset, int stride) {
        if (shape.outputs() == 1) {
            return Probabilities.binary(held(output[offset]));
        }
        double[] values = new double[shape.classes()];
        for (int label = 0; label < values.length; label++) {
            values[label] = held(output[offset + label * stride]);
        }
        return Probabilities.of(values);
    }

    /** Weighted sums can lie beyond what a probability can be. */
    private static double held(float output) {
        return Math.max(0, Math.min(1, output));
    }
}
