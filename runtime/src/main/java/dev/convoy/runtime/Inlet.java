package dev.convoy.runtime;

import java.util.function.BiConsumer;

/** A topic that an actor reads, with the method that handles its messages. */
public record Inlet<M>(Topic<M> topic, BiConsumer<M, ActorContext> handler) {
    void handle(Object message, ActorContext context) {
        @SuppressWarnings("unchecked") // an envelope's message has its topic's type, and the topic is this inlet's
        M typed = (M) message;
        handler.accept(typed, context);
    }
}
