package dev.convoy.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.convoy.learning.ParameterForm;
import dev.convoy.wire.MalformedException.Reason;

/** What holds for every protobuf record of the exchange. */
final class Records {
    static final int SCHEMA_VERSION = 1;

    /** What a record has beside its numbers. */
    private static final int MOST_OVERHEAD_BYTES = 256;

    /** How many numbers each parameter has in a model or an update at most: itself, and a control variate. */
    private static final int MOST_VECTORS = 2;

    private Records() {}

    /** How many numbers a model or an update of such parameters has at most. */
    static long mostNumbers(ParameterForm form) {
        return (long) MOST_VECTORS * form.most();
    }

    static <R extends Message> R parse(Parser<R> parser, byte[] bytes, long numbers) throws MalformedException {
        long most = Float.BYTES * numbers + MOST_OVERHEAD_BYTES;
        if (bytes.length > most) {
            throw new MalformedException(
                    Reason.TOO_LARGE, bytes.length + " bytes, where " + numbers + " numbers take at most " + most);
        }
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedException(Reason.UNPARSABLE, "not protobuf: " + e.getMessage());
        }
    }

    static void requireSchemaVersion(int version) throws MalformedException {
        if (version != SCHEMA_VERSION) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE,
                    "schema version must be " + SCHEMA_VERSION + ": " + Integer.toUnsignedString(version));
        }
    }

    /** A field this schema version does not have was damaged on the way, or comes from a stranger. */
    static void requireKnownFields(Message... messages) throws MalformedException {
        for (Message message : messages) {
            if (!message.getUnknownFields().asMap().isEmpty()) {
                throw new MalformedException(
                        Reason.WRONG_SHAPE,
                        message.getDescriptorForType().getName() + " has unknown fields: "
                                + message.getUnknownFields().asMap().keySet());
            }
        }
    }

    /** An unsigned number of the schema that must fit ours. */
    static long count(String name, long value) throws MalformedException {
        if (value < 0) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE, name + " is out of range: " + Long.toUnsignedString(value));
        }
        return value;
    }

    static int count(String name, int value) throws MalformedException {
        if (value < 0) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE, name + " is out of range: " + Integer.toUnsignedString(value));
        }
        return value;
    }

    static double finite(String name, double value) throws MalformedException {
        if (!Double.isFinite(value)) {
            throw new MalformedException(Reason.NON_FINITE, name + " is " + value);
        }
        return value;
    }
}
