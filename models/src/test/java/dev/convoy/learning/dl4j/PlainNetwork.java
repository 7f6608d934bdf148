package dev.convoy.learning.dl4j;

import dev.convoy.learning.NetworkShape;
import dev.convoy.learning.Parameters;
import java.util.Arrays;
import java.util.List;

/** The forward pass written out in plain Java, to check the layout of the parameters against. */
final class PlainNetwork {
    private PlainNetwork() {}

    /** The probability of each class. */
    static double[] predict(NetworkShape shape, Parameters parameters, float[] row) {
        List<Integer> widths = shape.widths();
        double[] activation = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            activation[i] = row[i];
        }
        int offset = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            int inputs = widths.get(layer - 1);
            int outputs = widths.get(layer);
            double[] next = new double[outputs];
            for (int out = 0; out < outputs; out++) {
                next[out] = parameters.get(offset + inputs * outputs + out);
                for (int in = 0; in < inputs; in++) {
                    next[out] += activation[in] * parameters.get(offset + out * inputs + in);
                }
                if (layer < widths.size() - 1) {
                    next[out] = Math.max(0, next[out]);
                }
            }
            offset += outputs * (inputs + 1);
            activation = next;
        }
        return shape.outputs() == 1 ? sigmoid(activation[0]) : softmax(activation);
    }

    private static double[] sigmoid(double value) {
        double p = 1 / (1 + Math.exp(-value));
        return new double[] {1 - p, p};
    }

    private static double[] softmax(double[] values) {
        double[] exponentials = Arrays.stream(values).map(Math::exp).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(e -> e / sum).toArray();
    }
}
