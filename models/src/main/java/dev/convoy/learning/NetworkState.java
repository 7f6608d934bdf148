package dev.convoy.learning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Everything the future of a network in training depends on, in bytes: for snapshots, never for the exchange. */
public final class NetworkState {
    private static final int FORMAT = 1;
    private static final int HEADER_BYTES = 4 * Integer.BYTES;

    private final int iterations;
    private final float[] parameters;
    private final float[] moments;

    /** Takes the arrays over. */
    public NetworkState(int iterations, float[] parameters, float[] moments) {
        this.iterations = iterations;
        this.parameters = parameters;
        this.moments = moments;
    }

    /** Steps of training so far: Adam corrects its bias by them. */
    public int iterations() {
        return iterations;
    }

    public float[] parameters() {
        return parameters;
    }

    /** The updater's, one after the other: none, one or two as long as the parameters. */
    public float[] moments() {
        return moments;
    }

    public byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + Float.BYTES * (parameters.length + moments.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(FORMAT).putInt(iterations).putInt(parameters.length).putInt(moments.length);
        buffer.asFloatBuffer().put(parameters).put(moments);
        return buffer.array();
    }

    /** @throws IllegalArgumentException if it is not the state of such a network */
    public static NetworkState decode(byte[] bytes, int parameterCount, int momentCount) {
        int expected = HEADER_BYTES + Float.BYTES * (parameterCount + momentCount);
        if (bytes.length != expected) {
            throw new IllegalArgumentException("a state of this network has " + expected + " bytes: " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int format = buffer.getInt();
        int iterations = buffer.getInt();
        int parameters = buffer.getInt();
        int moments = buffer.getInt();
        if (format != FORMAT || iterations < 0 || parameters != parameterCount || moments != momentCount) {
            throw new IllegalArgumentException("not a state of this network: format " + format + ", " + iterations
                    + " iterations, " + parameters + " parameters, " + moments + " moments");
        }
        float[] values = new float[parameterCount];
        float[] further = new float[momentCount];
        buffer.asFloatBuffer().get(values).get(further);
        return new NetworkState(iterations, values, further);
    }
}
