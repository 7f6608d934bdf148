package dev.convoy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.Windows.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final ActorId RECEIVER = new ActorId("aggregator");

    private static LinkFault late(long fromMs, long toMs, long delayMs) {
        return new LinkFault(new Windows(List.of(new Window(fromMs, toMs))), delayMs);
    }

    private static Delivery drawn(Link link, long sentAt) {
        return link.draw(RECEIVER, sentAt, RandomStream.named(5, "message-" + sentAt));
    }

    @Test
    void aMessageSentWhileALinkIsLateArrivesThatMuchLaterThanItWouldHave() {
        Link link = new Link(80, 20, 0.1);
        Link late = link.with(List.of(late(100, 200, 5_000), late(150, 300, 70)));
        for (long sentAt = 0; sentAt < 400; sentAt++) {
            long more = (sentAt >= 100 && sentAt < 200 ? 5_000 : 0) + (sentAt >= 150 && sentAt < 300 ? 70 : 0);
            Delivery punctual = drawn(link, sentAt);
            assertEquals(new Delivery(RECEIVER, punctual.arrivesAt() + more, 1, punctual.lost()), drawn(late, sentAt));
        }
        assertEquals(link.minimumDelayMs(), late.minimumDelayMs());
    }

    @Test
    void aLinkThatLeavesNothingToChanceIsLateToo() {
        Link late = new Link(80, 0, 0).with(List.of(late(100, 200, 5_000)));
        assertTrue(late.isCertain());
        assertEquals(new Delivery(RECEIVER, 5_180, 1, false), late.certain(RECEIVER, 100));
        assertEquals(new Delivery(RECEIVER, 280, 1, false), late.certain(RECEIVER, 200));
    }

    @Test
    void aDelayIsAboveZero() {
        assertThrows(IllegalArgumentException.class, () -> late(0, 1, 0));
    }
}
