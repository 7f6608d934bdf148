package dev.convoy.learning.dense;

import java.util.Arrays;

/** One layer of a network: where its weights and biases lie in the flat vector, and what it does with columns. */
final class DenseLayer {
    private final int inputs;
    private final int outputs;
    private final int weights;
    private final int biases;

    /** @param offset of its first weight; an output's weights are contiguous, the biases follow */
    DenseLayer(int inputs, int outputs, int offset) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = offset;
        this.biases = offset + inputs * outputs;
    }

    /** Where the next layer begins. */
    int end() {
        return biases + outputs;
    }

    void sums(float[] parameters, float[][] input, float[][] output, int rows) {
        for (int unit = 0; unit < outputs; unit++) {
            Arrays.fill(output[unit], 0, rows, parameters[biases + unit]);
            Columns.addWeighted(input, parameters, weights + unit * inputs, 1, output[unit], rows);
        }
    }

    /** Writes the mean gradient over the rows, with the penalty's for the weights, to its places in the vector. */
    void gradient(float[] parameters, float[][] input, float[][] errors, float l2, float[] gradient, int rows) {
        for (int unit = 0; unit < outputs; unit++) {
            Columns.products(errors[unit], input, gradient, weights + unit * inputs, rows);
            gradient[biases + unit] = Columns.sum(errors[unit], rows) / rows;
        }
        for (int i = weights; i < biases; i++) {
            gradient[i] = gradient[i] / rows + l2 * parameters[i];
        }
    }

    /** Writes the loss's derivatives by the layer's input, from those by its sums. */
    void errorsBefore(float[] parameters, float[][] errors, float[][] before, int rows) {
        for (int unit = 0; unit < inputs; unit++) {
            Arrays.fill(before[unit], 0, rows, 0);
            Columns.addWeighted(errors, parameters, weights + unit, inputs, before[unit], rows);
        }
    }

    double squaredWeights(float[] parameters) {
        double sum = 0;
        for (int i = weights; i < biases; i++) {
            sum += (double) parameters[i] * parameters[i];
        }
        return sum;
    }
}
