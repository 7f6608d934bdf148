package dev.convoy.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The layers of a feed-forward network and the layout of its parameters in one flat vector, which is DL4J's: layer by
 * layer from the input on, first the weights, then the biases; the weights of an output are contiguous.
 *
 * @param features width of the input
 * @param hidden width of each hidden layer, from the input on; may be empty
 * @param classes at least 2
 */
public record NetworkShape(int features, List<Integer> hidden, int classes) {
    private static final int WIDEST_LAYER = 4_096;
    private static final int MOST_HIDDEN_LAYERS = 16;

    public NetworkShape {
        hidden = List.copyOf(hidden);
        checkHidden(hidden);
        if (features < 1) {
            throw new IllegalArgumentException("a network needs at least one feature: " + features);
        }
        if (classes < 2) {
            throw new IllegalArgumentException("a network needs at least two classes: " + classes);
        }
    }

    static void checkHidden(List<Integer> hidden) {
        if (hidden.size() > MOST_HIDDEN_LAYERS) {
            throw new IllegalArgumentException("hidden may name at most " + MOST_HIDDEN_LAYERS + " layers: " + hidden);
        }
        for (int width : hidden) {
            if (width < 1 || width > WIDEST_LAYER) {
                throw new IllegalArgumentException(
                        "hidden layers are 1 to " + WIDEST_LAYER + " wide: " + width + " in " + hidden);
            }
        }
    }

    /** Width of the last layer: two classes share one output, the probability of class 1. */
    public int outputs() {
        return classes == 2 ? 1 : classes;
    }

    /** The width of the input, of every hidden layer, and of the output. */
    public List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        widths.add(features);
        widths.addAll(hidden);
        widths.add(outputs());
        return List.copyOf(widths);
    }

    public int parameterCount() {
        List<Integer> widths = widths();
        int count = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            count = Math.addExact(count, Math.multiplyExact(widths.get(layer), widths.get(layer - 1) + 1));
        }
        return count;
    }

    /** Refuses parameters of another number than a network of this shape has. */
    public void requireSize(Parameters parameters) {
        requireSize(parameters.size());
    }

    /** Refuses another number of parameters than a network of this shape has. */
    public void requireSize(int size) {
        if (size != parameterCount()) {
            throw new IllegalArgumentException(
                    "expected " + parameterCount() + " parameters for " + this + ": " + size);
        }
    }

    /** Refuses rows of another width than the input has. */
    public void requireWidth(List<float[]> rows) {
        for (float[] row : rows) {
            if (row.length != features) {
                throw new IllegalArgumentException("a row has " + features + " features: " + row.length);
            }
        }
    }

    /** Refuses rows that a network of this shape cannot be trained on. */
    public void requireBatch(List<float[]> rows, int[] labels) {
        if (rows.isEmpty() || rows.size() != labels.length) {
            throw new IllegalArgumentException(
                    "a batch needs a label for each row: " + rows.size() + " rows, " + labels.length + " labels");
        }
        requireWidth(rows);
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("classes are 0 to " + (classes - 1) + ": " + label);
            }
        }
    }

    /**
     * Weights from a normal distribution of variance 2 / (inputs + outputs) of their layer (Glorot and Bengio 2010),
     * biases 0. Two draws of the stream a weight, in the order of the layout.
     */
    public Parameters initialParameters(RandomGenerator random) {
        float[] values = new float[parameterCount()];
        List<Integer> widths = widths();
        int next = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            int inputs = widths.get(layer - 1);
            int outputs = widths.get(layer);
            double deviation = Math.sqrt(2.0 / (inputs + outputs));
            for (int weight = 0; weight < inputs * outputs; weight++) {
                values[next++] = (float) (deviation * Gaussian.draw(random));
            }
            next += outputs;
        }
        return Parameters.of(values);
    }
}
