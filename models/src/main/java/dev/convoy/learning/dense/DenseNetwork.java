package dev.convoy.learning.dense;

import dev.convoy.learning.Activation;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** What a network of given parameters says of rows, and the gradient of its loss; keeps the memory both need. */
final class DenseNetwork {
    private final int[] widths;
    private final List<DenseLayer> layers = new ArrayList<>();
    private final Activation activation;
    private final Output output;
    private int capacity;
    /** By layer, the input first, by unit and row. */
    private final float[][][] values;
    /** The loss's derivatives by the sums of each layer, in the same order; none for the input. */
    private final float[][][] errors;

    DenseNetwork(NetworkShape shape, Activation activation, Loss loss) {
        this.widths = shape.widths().stream().mapToInt(width -> width).toArray();
        int offset = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            DenseLayer next = new DenseLayer(widths[layer - 1], widths[layer], offset);
            layers.add(next);
            offset = next.end();
        }
        this.activation = activation;
        this.output = Output.of(loss, shape.outputs());
        this.values = new float[widths.length][][];
        this.errors = new float[widths.length][][];
    }

    /** A column of predictions for each output; they last until the next call. */
    float[][] predictions(float[] parameters, List<float[]> rows) {
        reserve(rows.size());
        turn(rows);
        for (int layer = 1; layer < widths.length; layer++) {
            layers.get(layer - 1).sums(parameters, values[layer - 1], values[layer], rows.size());
            if (layer < widths.length - 1) {
                for (float[] column : values[layer]) {
                    activation.apply(column, rows.size());
                }
            }
        }
        float[][] outputs = values[widths.length - 1];
        output.predictions(outputs, rows.size());
        return outputs;
    }

    /** Writes the gradient of the loss over this batch, and returns the loss. */
    double gradient(float[] parameters, List<float[]> rows, int[] labels, double l2, float[] gradient) {
        int last = widths.length - 1;
        double loss = output.errors(predictions(parameters, rows), labels, errors[last]) / labels.length;
        for (int layer = last; layer > 0; layer--) {
            DenseLayer weights = layers.get(layer - 1);
            float[][] input = values[layer - 1];
            weights.gradient(parameters, input, errors[layer], (float) l2, gradient, labels.length);
            if (layer > 1) {
                weights.errorsBefore(parameters, errors[layer], errors[layer - 1], labels.length);
                for (int unit = 0; unit < input.length; unit++) {
                    activation.chain(input[unit], errors[layer - 1][unit], labels.length);
                }
            }
            loss += l2 / 2 * weights.squaredWeights(parameters);
        }
        return loss;
    }

    private void reserve(int rows) {
        if (rows <= capacity) {
            return;
        }
        capacity = rows;
        for (int layer = 0; layer < widths.length; layer++) {
            values[layer] = new float[widths[layer]][rows];
            errors[layer] = new float[layer == 0 ? 0 : widths[layer]][rows];
        }
    }

    private void turn(List<float[]> rows) {
        float[][] columns = values[0];
        for (int row = 0; row < rows.size(); row++) {
            float[] features = rows.get(row);
            for (int feature = 0; feature < features.length; feature++) {
                columns[feature][row] = features[feature];
            }
        }
    }
}
