package dev.convoy.edgenode;

import dev.convoy.learning.ControlVariates;
import dev.convoy.learning.GradientTerm;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalDouble;

/** Steps down a plane: its gradient is the same everywhere, whatever the rows, and so is the mean of its gradients. */
final class SlopeLearner implements Learner {
    static final Parameters SLOPE = Parameters.of(0.5f, -0.25f, 0.125f);
    private static final Parameters NOTHING = Parameters.zeros(SLOPE.size());
    private static final float RATE = 0.25f;

    private float[] position = new float[SLOPE.size()];

    @Override
    public List<Probabilities> predict(List<float[]> rows) {
        return rows.stream().map(row -> Probabilities.binary(0.5)).toList();
    }

    @Override
    public void learn(List<float[]> rows, int[] labels) {
        learn(rows, labels, new ControlVariates(NOTHING, NOTHING));
    }

    @Override
    public void learn(List<float[]> rows, int[] labels, GradientTerm term) {
        for (int i = 0; i < position.length; i++) {
            position[i] -= RATE * (SLOPE.get(i) + term.at(i, position[i]));
        }
    }

    @Override
    public OptionalDouble descentRate() {
        return OptionalDouble.of(RATE);
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(position);
    }

    @Override
    public void adopt(Parameters parameters) {
        position = parameters.toArray();
    }

    @Override
    public byte[] state() {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * position.length);
        buffer.asFloatBuffer().put(position);
        return buffer.array();
    }

    @Override
    public void restore(byte[] state) {
        ByteBuffer.wrap(state).asFloatBuffer().get(position);
    }
}
