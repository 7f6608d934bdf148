package dev.convoy.learning;

/** How a gradient changes parameters; each in DL4J's form, with its order of operations and in float32 as there. */
public sealed interface Updater {
    /** How many vectors of the parameters' length it keeps from step to step; they begin at 0. */
    int moments();

    /**
     * Takes one step against the gradient, in place.
     *
     * @param moments what it keeps, one array each
     * @param step counted from 1
     */
    void step(float[] parameters, float[] gradient, float[][] moments, double learningRate, int step);

    /** Whether a step is the gradient times the rate and nothing else. */
    default boolean isPlain() {
        return false;
    }

    /** Plain gradient descent. */
    record Sgd() implements Updater {
        public static Sgd standard() {
            return new Sgd();
        }

        @Override
        public int moments() {
            return 0;
        }

        @Override
        public boolean isPlain() {
            return true;
        }

        @Override
        public void step(float[] parameters, float[] gradient, float[][] moments, double learningRate, int step) {
            float rate = (float) learningRate;
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= rate * gradient[i];
            }
        }
    }

    /**
     * Nesterov's momentum as Bengio, Boulanger-Lewandowski and Pascanu 2013 (equation 7) write it, with the velocity in
     * the parameters that are seen: v' = m v - rate g, then w += (1 + m) v' - m v.
     *
     * @param momentum share of the velocity that is kept, 0 to below 1
     */
    record Momentum(double momentum) implements Updater {
        public Momentum {
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("momentum must be in [0, 1): " + momentum);
            }
        }

        public static Momentum standard() {
            return new Momentum(0.9);
        }

        @Override
        public int moments() {
            return 1;
        }

        @Override
        public void step(float[] parameters, float[] gradient, float[][] moments, double learningRate, int step) {
            float rate = (float) learningRate;
            float share = (float) momentum;
            float[] velocity = moments[0];
            for (int i = 0; i < parameters.length; i++) {
                float kept = share * velocity[i];
                velocity[i] = kept - rate * gradient[i];
                parameters[i] -= kept - (1 + share) * velocity[i];
            }
        }
    }

    /** Adam (Kingma and Ba 2015) with 0.9, 0.999 and 1e-8, the bias corrected in the rate (end of their section 2). */
    record Adam() implements Updater {
        private static final float FIRST_DECAY = 0.9f;
        private static final float SECOND_DECAY = 0.999f;
        private static final float EPSILON = 1e-8f;

        public static Adam standard() {
            return new Adam();
        }

        @Override
        public int moments() {
            return 2;
        }

        @Override
        public void step(float[] parameters, float[] gradient, float[][] moments, double learningRate, int step) {
            float rate = corrected(learningRate, step);
            float[] first = moments[0];
            float[] second = moments[1];
            for (int i = 0; i < parameters.length; i++) {
                float slope = gradient[i];
                first[i] = FIRST_DECAY * first[i] + slope * (1 - FIRST_DECAY);
                second[i] = SECOND_DECAY * second[i] + slope * slope * (1 - SECOND_DECAY);
                parameters[i] -= first[i] * rate / ((float) Math.sqrt(second[i]) + EPSILON);
            }
        }

        /** In float32, where 1 - 0.999 is 5e-5 off: the second moment has the same error, and both cancel. */
        private static float corrected(double learningRate, int step) {
            float first = (float) StrictMath.pow(FIRST_DECAY, step);
            float second = (float) StrictMath.pow(SECOND_DECAY, step);
            return (float) learningRate * (float) Math.sqrt(1 - second) / (1 - first);
        }
    }
}
