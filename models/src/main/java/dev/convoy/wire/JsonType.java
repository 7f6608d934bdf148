package dev.convoy.wire;

import java.io.IOException;
import java.util.List;

/**
 * One type of message in flat JSON.
 *
 * @param name the value of its key {@code type}
 * @param message the class that has this form
 * @param keys all keys but {@code type}, in the order in which they are written
 */
record JsonType<T>(String name, Class<T> message, List<JsonKey> keys, Writer<T> writer, Reader<T> reader) {
    JsonType {
        keys = List.copyOf(keys);
    }

    void write(Object message, JsonOutput out) throws IOException {
        writer.write(this.message.cast(message), out);
    }

    /** Writes the keys in order, without {@code type}. */
    interface Writer<T> {
        void write(T message, JsonOutput out) throws IOException;
    }

    /** Makes the message; what its constructor refuses by an IllegalArgumentException has a wrong shape. */
    interface Reader<T> {
        T read(JsonValues values) throws MalformedException;
    }
}
