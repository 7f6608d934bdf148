package dev.convoy.runtime.local;

import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.UndecodableException;

/** The way of a message through its codec, as over a broker. */
final class Recoding {
    private Recoding() {}

    static <M> Envelope<M> recoded(Envelope<M> e) {
        try {
            M message = e.topic().codec().decode(e.topic().codec().encode(e.message()));
            if (!message.equals(e.message())) {
                throw new IllegalStateException(
                        "the codec of " + e.topic() + " makes " + message + " of " + e.message());
            }
            return new Envelope<>(e.topic(), e.writer(), e.key(), e.sequence(), e.sentAt(), e.deliveries(), message);
        } catch (UndecodableException ex) {
            throw new IllegalStateException("the codec of " + e.topic() + " refuses " + e.message(), ex);
        }
    }
}
