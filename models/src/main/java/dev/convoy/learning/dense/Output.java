package dev.convoy.learning.dense;

/** The last layer: how its sums become probabilities, and how wrong these are by the cross-entropy. */
enum Output {
    /** One output, the probability of class 1. */
    SIGMOID {
        @Override
        void probabilities(float[][] sums, int rows) {
            float[] column = sums[0];
            for (int row = 0; row < rows; row++) {
                column[row] = (float) (1 / (1 + StrictMath.exp(-column[row])));
            }
        }

        /** As in DL4J, whose loss sees nothing nearer to 0 or 1 than 1e-5: a row wrong beyond that hardly teaches. */
        @Override
        double errors(float[][] probabilities, int[] labels, float[][] errors) {
            double loss = 0;
            for (int row = 0; row < labels.length; row++) {
                float probability = probabilities[0][row];
                float seen = Math.max(NEAREST, Math.min(1 - NEAREST, probability));
                errors[0][row] = (seen - labels[row]) / (seen * (1 - seen)) * (probability * (1 - probability));
                loss -= StrictMath.log(labels[row] == 1 ? seen : 1 - seen);
            }
            return loss;
        }
    },
    /** One output for each class. */
    SOFTMAX {
        @Override
        void probabilities(float[][] sums, int rows) {
            for (int row = 0; row < rows; row++) {
                float greatest = sums[0][row];
                for (float[] column : sums) {
                    greatest = Math.max(greatest, column[row]);
                }
                double total = 0;
                for (float[] column : sums) {
                    column[row] = (float) StrictMath.exp(column[row] - greatest);
                    total += column[row];
                }
                for (float[] column : sums) {
                    column[row] = (float) (column[row] / total);
                }
            }
        }

        @Override
        double errors(float[][] probabilities, int[] labels, float[][] errors) {
            double loss = 0;
            for (int row = 0; row < labels.length; row++) {
                for (int label = 0; label < probabilities.length; label++) {
                    errors[label][row] = probabilities[label][row] - (label == labels[row] ? 1 : 0);
                }
                loss -= StrictMath.log(Math.max(LEAST, probabilities[labels[row]][row]));
            }
            return loss;
        }
    };

    private static final float NEAREST = 1e-5f;
    private static final double LEAST = 1e-10;

    /** Puts probabilities in the place of the sums. */
    abstract void probabilities(float[][] sums, int rows);

    /** Writes the loss's derivatives by the sums, and returns the loss added up over the rows. */
    abstract double errors(float[][] probabilities, int[] labels, float[][] errors);
}
