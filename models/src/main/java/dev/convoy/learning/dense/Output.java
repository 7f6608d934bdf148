package dev.convoy.learning.dense;

import dev.convoy.learning.Loss;

/** The last layer: how its sums become predictions, and how wrong these are. */
enum Output {
    /** One output, the probability of class 1; wrong by the cross-entropy. */
    SIGMOID {
        @Override
        void predictions(float[][] sums, int rows) {
            float[] column = sums[0];
            for (int row = 0; row < rows; row++) {
                column[row] = (float) (1 / (1 + StrictMath.exp(-column[row])));
            }
        }

        /** As in DL4J, whose loss sees nothing nearer to 0 or 1 than 1e-5: a row wrong beyond that hardly teaches. */
        @Override
        double errors(float[][] predictions, int[] labels, float[][] errors) {
            double loss = 0;
            for (int row = 0; row < labels.length; row++) {
                float probability = predictions[0][row];
                float seen = Math.max(NEAREST, Math.min(1 - NEAREST, probability));
                errors[0][row] = (seen - labels[row]) / (seen * (1 - seen)) * (probability * (1 - probability));
                loss -= StrictMath.log(labels[row] == 1 ? seen : 1 - seen);
            }
            return loss;
        }
    },
    /** One output for each class; wrong by the cross-entropy. */
    SOFTMAX {
        @Override
        void predictions(float[][] sums, int rows) {
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
        double errors(float[][] predictions, int[] labels, float[][] errors) {
            double loss = 0;
            for (int row = 0; row < labels.length; row++) {
                for (int label = 0; label < predictions.length; label++) {
                    errors[label][row] = predictions[label][row] - (label == labels[row] ? 1 : 0);
                }
                loss -= StrictMath.log(Math.max(LEAST, predictions[labels[row]][row]));
            }
            return loss;
        }
    },
    /** The sums as they are; wrong by the mean of their squared errors. */
    IDENTITY {
        @Override
        void predictions(float[][] sums, int rows) {
            // nothing becomes of them
        }

        @Override
        double errors(float[][] predictions, int[] labels, float[][] errors) {
            int outputs = predictions.length;
            double loss = 0;
            for (int row = 0; row < labels.length; row++) {
                for (int label = 0; label < outputs; label++) {
                    float target = outputs == 1 ? labels[row] : label == labels[row] ? 1 : 0;
                    float error = predictions[label][row] - target;
                    errors[label][row] = 2 * error / outputs;
                    loss += (double) error * error / outputs;
                }
            }
            return loss;
        }
    };

    private static final float NEAREST = 1e-5f;
    private static final double LEAST = 1e-10;

    static Output of(Loss loss, int outputs) {
        if (loss == Loss.SQUARED_ERROR) {
            return IDENTITY;
        }
        return outputs == 1 ? SIGMOID : SOFTMAX;
    }

    /** Puts what is predicted in the place of the sums. */
    abstract void predictions(float[][] sums, int rows);

    /** Writes the loss's derivatives by the sums, and returns the loss added up over the rows. */
    abstract double errors(float[][] predictions, int[] labels, float[][] errors);
}
