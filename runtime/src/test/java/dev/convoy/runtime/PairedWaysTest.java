package dev.convoy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PairedWaysTest {
    private static final ActorId SPEAKER = new ActorId("speaker");
    private static final ActorId LISTENER = new ActorId("listener");
    private static final Topic<String> WORDS = topic("words");
    private static final Topic<String> ASIDES = topic("asides");

    @Test
    void whatIsSentOnOneTopicLeavesTheWaysOfAnotherAsTheyWere() {
        List<Delivery> alone = waysOfWords(false);

        assertEquals(alone, waysOfWords(true));
        assertTrue(alone.stream().anyMatch(Delivery::lost) && !alone.stream().allMatch(Delivery::lost));
    }

    private static List<Delivery> waysOfWords(boolean withAsides) {
        List<Delivery> ways = new ArrayList<>();
        Topology topology = new Topology(
                List.of(SPEAKER, LISTENER),
                List.of(WORDS, ASIDES),
                Optional.empty(),
                (from, to) -> new Link(500, 400, 0.3));
        ActorCell cell = new ActorCell(new Speaker(withAsides), topology, 7, 100_000, envelope -> {
            if (envelope.topic().equals(WORDS)) {
                ways.addAll(envelope.deliveries());
            }
        });
        cell.advance(Long.MAX_VALUE, Integer.MAX_VALUE);
        return ways;
    }

    private static Topic<String> topic(String name) {
        return new Topic<>(name, new Text(), List.of(SPEAKER), List.of(LISTENER));
    }

    /** Says a word a second, and an aside after each if it is to. */
    private record Speaker(boolean withAsides) implements Actor {
        @Override
        public ActorId id() {
            return SPEAKER;
        }

        @Override
        public List<Inlet<?>> inlets() {
            return List.of();
        }

        @Override
        public void start(ActorContext context) {
            context.wakeAt(1_000, "word");
        }

        @Override
        public void wake(String timer, ActorContext context) {
            context.send(WORDS, "speaker", LISTENER, "word");
            if (withAsides) {
                context.send(ASIDES, "speaker", LISTENER, "aside");
            }
            context.wakeAt(context.now() + 1_000, "word");
        }

        @Override
        public void finish(ActorContext context) {}

        @Override
        public void snapshot(DataOutput out) {}

        @Override
        public void restore(DataInput in) {}
    }

    private static final class Text implements Codec<String> {
        @Override
        public byte[] encode(String message) {
            return message.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decode(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
