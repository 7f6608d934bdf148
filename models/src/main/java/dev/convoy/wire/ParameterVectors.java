package dev.convoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.convoy.exchange.proto.ParameterVector;
import dev.convoy.learning.Parameters;
import dev.convoy.wire.MalformedException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Parameters with what is needed to refuse damaged or foreign ones. Those that are not finite have a form too: a node that
 * sends them is something to study.
 */
final class ParameterVectors {
    private ParameterVectors() {}

    static ParameterVector encode(Parameters parameters) {
        float[] values = parameters.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        ByteString wrapped = UnsafeByteOperations.unsafeWrap(bytes.array());
        return ParameterVector.newBuilder()
                .setSize(values.length)
                .setValues(wrapped)
                .setChecksum(checksum(wrapped))
                .build();
    }

    static Parameters decode(ParameterVector vector, int expected) throws MalformedException {
        ByteString bytes = vector.getValues();
        if (vector.getSize() != expected) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE,
                    "expected " + expected + " parameters: " + Integer.toUnsignedString(vector.getSize()));
        }
        if (bytes.size() != (long) Float.BYTES * expected) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE, expected + " parameters are four bytes each: " + bytes.size() + " bytes");
        }
        if (vector.getChecksum() != checksum(bytes)) {
            throw new MalformedException(Reason.UNPARSABLE, "damaged: the parameters' checksum is wrong");
        }
        float[] values = new float[expected];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return Parameters.of(values);
    }

    static Parameters requireFinite(Parameters parameters) throws MalformedException {
        for (int i = 0; i < parameters.size(); i++) {
            if (!Float.isFinite(parameters.get(i))) {
                throw new MalformedException(Reason.NON_FINITE, "parameter " + i + " is " + parameters.get(i));
            }
        }
        return parameters;
    }

    private static int checksum(ByteString bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.asReadOnlyByteBuffer());
        return (int) checksum.getValue();
    }
}
