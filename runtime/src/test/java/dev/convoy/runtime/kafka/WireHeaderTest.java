package dev.convoy.runtime.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Delivery;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WireHeaderTest {
    private static final Topic<String> TOPIC =
            new Topic<>("words", new NoCodec(), List.of(new ActorId("fleet")), List.of(new ActorId("node-1")));

    @Test
    void whatIsWrittenIsReadBack() {
        for (int seed = 0; seed < 500; seed++) {
            RandomStream random = RandomStream.named(seed, "header");
            long sentAt = random.nextLong(1L << random.nextInt(50));
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                boolean lost = random.nextBoolean();
                deliveries.add(new Delivery(
                        new ActorId("node-" + i),
                        sentAt + 1 + random.nextLong(1_000_000),
                        1 + random.nextInt(3),
                        lost,
                        lost ? 0 : random.nextInt(3)));
            }
            long sequence = 1 + random.nextLong(1L << 40);
            Envelope<String> envelope =
                    new Envelope<>(TOPIC, new ActorId("fleet"), "v-1", sequence, sentAt, deliveries, "x");

            assertEquals(
                    Optional.of(new WireHeader("run-1", sequence, sentAt, deliveries)),
                    WireHeader.decode(WireHeader.encode("run-1", envelope)),
                    "seed " + seed);
        }
    }

    @Test
    void whatIsNotOursIsRefused() {
        for (String header : List.of(
                "",
                " ",
                "run",
                "run 1",
                "run 1 x",
                "run x 1",
                "run -1 1",
                "run 1  2",
                "run 1 2 ",
                "run 1 2 node-1",
                "run 1 2 node-1@",
                "run 1 2 node-1@x",
                "run 1 2 node-1@5*",
                "run 1 2 node-1@5*0",
                "run 1 2 node-1@5*1*",
                "run 1 2 node-1@5*1*1*1",
                "run 1 2 node-1!5*1*1",
                "run 1 2 node-1@5*99999999999",
                "run 1 2 Node@5",
                "run 1 2 @5",
                "run 1234567890123456789 2")) {
            assertTrue(WireHeader.decode(bytes(header)).isEmpty(), "'" + header + "'");
        }
    }

    @Test
    void randomBytesAreBorne() {
        for (int seed = 0; seed < 2_000; seed++) {
            RandomStream random = RandomStream.named(seed, "noise");
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            byte[] damaged = bytes("run-1 17 1000 node-1@1080 node-2!1100*3");
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            assertTrue(WireHeader.decode(noise).isEmpty(), "seed " + seed);
            WireHeader.decode(damaged);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class NoCodec implements Codec<String> {
        @Override
        public byte[] encode(String message) {
            return bytes(message);
        }

        @Override
        public String decode(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
