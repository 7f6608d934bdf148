package dev.convoy.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The binary form of an array of floats in a snapshot. */
public final class FloatArrays {
    private FloatArrays() {}

    public static void write(float[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    public static float[] read(DataInput in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
