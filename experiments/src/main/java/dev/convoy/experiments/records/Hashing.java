package dev.convoy.experiments.records;

import dev.convoy.learning.Parameters;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and the bytes of parameters that it is taken over. */
final class Hashing {
    private Hashing() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    static String sha256Of(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** Little-endian binary32, one after the other. */
    static byte[] bytes(Parameters parameters) {
        ByteBuffer buffer = ByteBuffer.allocate(parameters.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < parameters.size(); i++) {
            buffer.putFloat(parameters.get(i));
        }
        return buffer.array();
    }
}
