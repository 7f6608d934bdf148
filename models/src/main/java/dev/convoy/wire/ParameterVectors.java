package dev.convoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.convoy.exchange.proto.ParameterVector;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.wire.MalformedException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Parameters, or other float32 numbers, with what is needed to refuse damaged or foreign ones. Those that are not finite
 * have a form too: a node that sends them is something to study.
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

    static Parameters decode(ParameterVector vector, ParameterForm form) throws MalformedException {
        ByteString bytes = vector.getValues();
        int size = vector.getSize();
        if (size < 0 || size > form.most() || bytes.size() != (long) Float.BYTES * size) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE,
                    Integer.toUnsignedString(size) + " numbers, four bytes each, at most " + form.most() + ": "
                            + bytes.size() + " bytes");
        }
        if (vector.getChecksum() != checksum(bytes)) {
            throw new MalformedException(Reason.UNPARSABLE, "damaged: the numbers' checksum is wrong");
        }
        float[] values = new float[size];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        Parameters parameters = Parameters.of(values);
        Optional<String> flaw = form.flaw(parameters);
        if (flaw.isPresent()) {
            throw new MalformedException(Reason.WRONG_SHAPE, flaw.get());
        }
        return parameters;
    }

    static Parameters requireFinite(Parameters parameters) throws MalformedException {
        for (int i = 0; i < parameters.size(); i++) {
            if (!Float.isFinite(parameters.get(i))) {
                throw new MalformedException(Reason.NON_FINITE, "number " + i + " is " + parameters.get(i));
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
