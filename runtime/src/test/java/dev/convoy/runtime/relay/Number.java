package dev.convoy.runtime.relay;

import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Rejection;
import dev.convoy.runtime.UndecodableException;
import java.nio.charset.StandardCharsets;

/** The message of the relay: a number and where it came from. */
record Number(String from, long value) {
    static final Codec<Number> CODEC = new Codec<>() {
        @Override
        public byte[] encode(Number message) {
            return (message.from() + ":" + message.value()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Number decode(byte[] bytes) throws UndecodableException {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", -1);
            try {
                return new Number(parts[0], Long.parseLong(parts[1]));
            } catch (RuntimeException e) {
                throw new UndecodableException(Rejection.UNPARSABLE, "not a number");
            }
        }
    };
}
