package dev.convoy.experiments.modelfile;

import dev.convoy.learning.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Parameters as little-endian binary32, one after the other, and the SHA-256 of these bytes. */
public final class ParameterBytes {
    private ParameterBytes() {}

    public static byte[] of(Parameters parameters) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(parameters.size(), Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < parameters.size(); i++) {
            buffer.putFloat(parameters.get(i));
        }
        return buffer.array();
    }

    /** @throws IllegalArgumentException if they are not whole numbers of four bytes */
    public static Parameters read(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException("parameters have four bytes each: " + bytes.length + " bytes");
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Parameters.of(values);
    }

    public static String sha256(Parameters parameters) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(parameters)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
