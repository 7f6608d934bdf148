package dev.convoy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private static final ActorId READER = new ActorId("reader");
    private static final List<ActorId> WRITERS = List.of(new ActorId("a"), new ActorId("b"), new ActorId("c"));
    private static final List<Topic<Integer>> TOPICS = List.of(topic("first"), topic("second"));
    private static final Comparator<Envelope<?>> ORDER = Comparator.<Envelope<?>>comparingLong(InboxTest::arrival)
            .thenComparing(Envelope::key)
            .thenComparing(envelope -> envelope.topic().name())
            .thenComparingLong(Envelope::sequence);

    @Test
    void whateverTheOrderOfArrivalMessagesLeaveByTimeKeyTopicAndSequence() {
        for (int seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.named(seed, "inbox");
            Inbox inbox = new Inbox();
            List<Envelope<?>> expected = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                if (random.nextInt(3) > 0 || expected.isEmpty()) {
                    Envelope<?> envelope = drawn(step, random);
                    inbox.add(arrival(envelope), envelope);
                    expected.add(envelope);
                } else {
                    assertEquals(expected.remove(0), inbox.poll(), "seed " + seed);
                }
                expected.sort(ORDER);
                assertEquals(expected.size(), inbox.size());
                assertEquals(expected.isEmpty() ? Long.MAX_VALUE : arrival(expected.get(0)), inbox.nextArrival());
            }
            for (ActorId writer : WRITERS) {
                assertEquals(
                        from(expected, writer).stream().map(InboxTest::arrival).toList(), inbox.arrivalsFrom(writer));
                assertEquals(
                        from(expected, writer).stream()
                                .filter(envelope -> envelope.topic().equals(TOPICS.get(0)))
                                .map(Envelope::sequence)
                                .sorted()
                                .toList(),
                        inbox.pendingSequences(new Channel("first", writer)).stream()
                                .sorted()
                                .toList());
            }
        }
    }

    /** Mostly later than the one before it, as writers send; sometimes overtaken, sometimes at the same instant. */
    private static Envelope<?> drawn(int step, RandomStream random) {
        long arrivesAt = 1_000 + step * 3L + random.nextInt(10);
        return new Envelope<>(
                TOPICS.get(random.nextInt(2)),
                WRITERS.get(random.nextInt(3)),
                "v-" + random.nextInt(5),
                step,
                arrivesAt - 1 - random.nextInt(20),
                List.of(new Delivery(READER, arrivesAt, 1, false)),
                step);
    }

    private static List<Envelope<?>> from(List<Envelope<?>> envelopes, ActorId writer) {
        return envelopes.stream().filter(e -> e.writer().equals(writer)).toList();
    }

    private static long arrival(Envelope<?> envelope) {
        return envelope.deliveryTo(READER).orElseThrow().arrivesAt();
    }

    private static Topic<Integer> topic(String name) {
        return new Topic<>(name, new NoCodec(), WRITERS, List.of(READER));
    }

    private static final class NoCodec implements Codec<Integer> {
        @Override
        public byte[] encode(Integer message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Integer decode(byte[] bytes) {
            throw new UnsupportedOperationException();
        }
    }
}
