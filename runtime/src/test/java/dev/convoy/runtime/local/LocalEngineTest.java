package dev.convoy.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Link;
import dev.convoy.runtime.Topology;
import dev.convoy.runtime.relay.Ledger;
import dev.convoy.runtime.relay.Relay;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class LocalEngineTest {
    private static final long DURATION_MS = 120_000;

    private static String run(long seed, Settings settings) throws InterruptedException {
        Relay relay = new Relay(4);
        Ledger ledger = new Ledger();
        new LocalEngine(relay.topology(), relay::actor, seed, DURATION_MS, settings, ledger).run();
        return ledger.text();
    }

    @Test
    void theSameSeedGivesTheSameBytesOnOneThreadOrMany() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            String once = run(seed, Settings.of(1));
            assertTrue(
                    once.lines().count() > 5_000,
                    "too little happened: " + once.lines().count());
            for (int threads : new int[] {1, 2, 4}) {
                assertEquals(once, run(seed, Settings.of(threads)), "seed " + seed + ", threads " + threads);
            }
        }
    }

    @Test
    void anotherSeedGivesOtherBytes() throws Exception {
        assertNotEquals(run(1, Settings.of(2)), run(2, Settings.of(2)));
    }

    @Test
    void theWayThroughTheCodecsChangesNothing() throws Exception {
        assertEquals(run(3, Settings.of(2)), run(3, new Settings(2, true, OptionalLong.empty())));
    }

    @Test
    void actorsThatAreCutOffAtRandomPointsAndContinuedLeaveTheSameBytes() throws Exception {
        for (long seed = 1; seed <= 8; seed++) {
            String undisturbed = run(seed, Settings.of(2));
            for (long cut = 1; cut <= 3; cut++) {
                String disturbed = run(seed, new Settings(2, false, OptionalLong.of(cut)));
                assertEquals(undisturbed, disturbed, "seed " + seed + ", interruptions " + cut);
            }
        }
    }

    @Test
    void actorsThatWaitForEachOtherForEverAreReported() {
        ActorId id = new ActorId("stuck");
        var topic = new dev.convoy.runtime.Topic<>("echo", new TextCodec(), List.of(id), List.of(id));
        Topology topology = new Topology(List.of(id), List.of(topic), Optional.empty(), (a, b) -> Link.DIRECT);
        LocalEngine engine =
                new LocalEngine(topology, i -> new Stuck(id, topic), 1, DURATION_MS, Settings.of(1), new Ledger());
        IllegalStateException failure = assertThrows(IllegalStateException.class, engine::run);
        assertTrue(failure.getMessage().contains("waits for another"), failure.getMessage());
    }

    @Test
    void anActorThatBreaksItsPromiseFailsTheRun() {
        ActorId hasty = new ActorId("hasty");
        ActorId reader = new ActorId("reader");
        var topic = new dev.convoy.runtime.Topic<>("words", new TextCodec(), List.of(hasty), List.of(reader));
        Topology topology =
                new Topology(List.of(hasty, reader), List.of(topic), Optional.empty(), (a, b) -> Link.DIRECT);
        LocalEngine engine = new LocalEngine(
                topology,
                i -> i.equals(hasty) ? new Hasty(hasty, reader, topic) : new Stuck(reader, topic),
                1,
                DURATION_MS,
                new Settings(1, false, OptionalLong.of(1)),
                new Ledger());
        IllegalStateException failure = assertThrows(IllegalStateException.class, engine::run);
        assertTrue(failure.getMessage().contains("promised to send nothing"), failure.getMessage());
    }

    private static class Stuck implements Actor {
        private final ActorId id;
        final dev.convoy.runtime.Topic<String> topic;

        Stuck(ActorId id, dev.convoy.runtime.Topic<String> topic) {
            this.id = id;
            this.topic = topic;
        }

        @Override
        public ActorId id() {
            return id;
        }

        @Override
        public List<Inlet<?>> inlets() {
            return List.of(new Inlet<>(topic, (m, c) -> {}));
        }

        @Override
        public void start(ActorContext context) {}

        @Override
        public void wake(String timer, ActorContext context) {}

        @Override
        public void finish(ActorContext context) {}

        @Override
        public long earliestSend(Horizon horizon) {
            return 0;
        }

        @Override
        public void snapshot(DataOutput out) {}

        @Override
        public void restore(DataInput in) {}
    }

    private static final class Hasty extends Stuck {
        private final ActorId reader;

        Hasty(ActorId id, ActorId reader, dev.convoy.runtime.Topic<String> topic) {
            super(id, topic);
            this.reader = reader;
        }

        @Override
        public List<Inlet<?>> inlets() {
            return List.of();
        }

        @Override
        public void start(ActorContext context) {
            for (int i = 0; i < 2_000; i++) {
                context.wakeAt(10L * i, "speak");
            }
        }

        @Override
        public void wake(String timer, ActorContext context) {
            context.send(topic, "hasty", reader, "too early");
        }

        @Override
        public long earliestSend(Horizon horizon) {
            return horizon.nextEvent() + 1_000;
        }
    }

    private static final class TextCodec implements dev.convoy.runtime.Codec<String> {
        @Override
        public byte[] encode(String message) {
            return message.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public String decode(byte[] bytes) {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
