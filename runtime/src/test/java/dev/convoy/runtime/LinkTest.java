package dev.convoy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.Windows.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of many messages, against the closed forms. */
final class LinkTest {
    private static final ActorId RECEIVER = new ActorId("aggregator");
    private static final int MESSAGES = 100_000;

    private static Windows windows(long fromMs, long toMs) {
        return new Windows(List.of(new Window(fromMs, toMs)));
    }

    private static Link.Delay delay(long latencyMs, long jitterMs) {
        return new Link.Delay(latencyMs, jitterMs, 0, OptionalLong.empty());
    }

    private static Link lossy(Loss loss, double duplicate, Retransmission retransmission) {
        return new Link(delay(80, 20), loss, duplicate, retransmission, List.of());
    }

    /** One message in each millisecond from the beginning of the run. */
    private static List<Delivery> drawn(Link link, int messages) {
        LinkState state = new LinkState();
        List<Delivery> deliveries = new ArrayList<>();
        for (int sentAt = 0; sentAt < messages; sentAt++) {
            String name = sentAt + "/";
            deliveries.add(link.draw(RECEIVER, sentAt, 1000, state, attempt -> RandomStream.named(5, name + attempt)));
        }
        return deliveries;
    }

    private static double share(List<Delivery> deliveries, java.util.function.Predicate<Delivery> which) {
        return (double) deliveries.stream().filter(which).count() / deliveries.size();
    }

    @Test
    void retransmissionDeliversAsOftenAndCostsAsManySendsAsTheGeometricSeriesSays() {
        for (double p : new double[] {0, 0.05, 0.3, 0.6, 1}) {
            for (int r : new int[] {0, 1, 3, 7}) {
                Link link = lossy(new Loss.Independent(p), 0, new Retransmission(200, r + 1));
                List<Delivery> deliveries = drawn(link, MESSAGES);
                String where = "loss " + p + ", " + r + " retries";
                double delivered = 1 - StrictMath.pow(p, r + 1);
                assertEquals(delivered, share(deliveries, d -> !d.lost()), 0.006, where);
                double sends = p == 1 ? r + 1 : delivered / (1 - p);
                assertEquals(
                        sends,
                        deliveries.stream()
                                .mapToInt(Delivery::attempts)
                                .average()
                                .orElseThrow(),
                        0.02,
                        where);
            }
        }
    }

    @Test
    void eachAttemptComesATimeoutAfterTheOneBefore() {
        Link link = lossy(new Loss.Independent(0.5), 0, new Retransmission(500, 4));
        List<Delivery> deliveries = drawn(link, 1000);
        for (int sentAt = 0; sentAt < deliveries.size(); sentAt++) {
            Delivery delivery = deliveries.get(sentAt);
            long way = delivery.arrivesAt() - sentAt - 500L * (delivery.attempts() - 1);
            assertTrue(way >= 60 && way <= 100, delivery + " sent at " + sentAt);
        }
    }

    @Test
    void aLinkInBurstsLosesWhatGilbertAndElliottSayInBurstsOfTheirLength() {
        double[][] laws = {{0.02, 0.25, 1, 0}, {0.1, 0.4, 0.7, 0.05}, {0.5, 0.5, 0.2, 0.1}};
        for (double[] law : laws) {
            Loss.GilbertElliott loss = new Loss.GilbertElliott(law[0], law[1], law[2], law[3]);
            List<Delivery> deliveries = drawn(lossy(loss, 0, Retransmission.NONE), MESSAGES);
            double expected = (law[1] * law[3] + law[0] * law[2]) / (law[0] + law[1]);
            assertEquals(expected, share(deliveries, Delivery::lost), 0.01, loss.toString());
        }
        List<Delivery> simple =
                drawn(lossy(new Loss.GilbertElliott(0.02, 0.25, 1, 0), 0, Retransmission.NONE), MESSAGES);
        int bursts = 0;
        for (int i = 1; i < simple.size(); i++) {
            bursts += simple.get(i).lost() && !simple.get(i - 1).lost() ? 1 : 0;
        }
        double mean = share(simple, Delivery::lost) * simple.size() / bursts;
        assertEquals(1 / 0.25, mean, 0.2, "messages in a burst");
    }

    @Test
    void ofCopiesTheFirstIsTakenAndTheOtherIgnored() {
        double p = 0.3;
        Link link = lossy(new Loss.Independent(p), 0.4, Retransmission.NONE);
        List<Delivery> deliveries = drawn(link, MESSAGES);
        List<Delivery> single = drawn(lossy(new Loss.Independent(p), 0, Retransmission.NONE), MESSAGES);
        assertEquals(0.6 * p + 0.4 * p * p, share(deliveries, Delivery::lost), 0.006);
        assertEquals(0.4 * (1 - p) * (1 - p), share(deliveries, d -> d.ignored() == 1), 0.006);
        int earlier = 0;
        for (int i = 0; i < MESSAGES; i++) {
            if (!single.get(i).lost()) {
                assertTrue(deliveries.get(i).arrivesAt() <= single.get(i).arrivesAt(), "a copy makes nothing later");
                earlier += deliveries.get(i).arrivesAt() < single.get(i).arrivesAt() ? 1 : 0;
            }
        }
        assertTrue(earlier > 0, "some copies should overtake");
    }

    @Test
    void whatIsReorderedGoesAtOnceAndNothingIsFasterThanThePromise() {
        Link.Delay delay = new Link.Delay(80, 20, 0.25, OptionalLong.empty());
        Link link = new Link(delay, Loss.NEVER, 0, Retransmission.NONE, List.of());
        List<Delivery> deliveries = drawn(link, MESSAGES);
        int reordered = 0;
        for (int sentAt = 0; sentAt < MESSAGES; sentAt++) {
            long way = deliveries.get(sentAt).arrivesAt() - sentAt;
            assertTrue(way >= link.minimumDelayMs() && (way == 1 || (way >= 60 && way <= 100)), "way: " + way);
            reordered += way == 1 ? 1 : 0;
        }
        assertEquals(0.25, (double) reordered / MESSAGES, 0.006);
        assertEquals(60, new Link(80, 20, 0).minimumDelayMs());
    }

    @Test
    void theTimeForItsBitsIsAddedToTheLatency() {
        Link slow = new Link(
                new Link.Delay(80, 0, 0, OptionalLong.of(64_000)), Loss.NEVER, 0, Retransmission.NONE, List.of());
        assertTrue(slow.isCertain());
        assertEquals(new Delivery(RECEIVER, 80 + 125, 1, false), drawn(slow, 1).get(0));
        Link.Delay odd = new Link.Delay(80, 0, 0, OptionalLong.of(3000));
        assertEquals(2667, odd.transmissionMs(1000), "a part of a millisecond counts as one");
        assertEquals(0, odd.transmissionMs(0));
    }

    @Test
    void aMessageSentWhileALinkIsLateArrivesThatMuchLaterThanItWouldHave() {
        Link link = new Link(80, 20, 0.1);
        Link late = link.with(List.of(LinkFault.late(windows(100, 200), 5_000), LinkFault.late(windows(150, 300), 70)));
        List<Delivery> punctual = drawn(link, 400);
        List<Delivery> delayed = drawn(late, 400);
        for (int sentAt = 0; sentAt < 400; sentAt++) {
            long more = (sentAt >= 100 && sentAt < 200 ? 5_000 : 0) + (sentAt >= 150 && sentAt < 300 ? 70 : 0);
            Delivery expected = punctual.get(sentAt);
            assertEquals(new Delivery(RECEIVER, expected.arrivesAt() + more, 1, expected.lost()), delayed.get(sentAt));
        }
        assertEquals(link.minimumDelayMs(), late.minimumDelayMs());
    }

    @Test
    void whatIsSentWhileALinkIsCutOffIsLostUnlessAnAttemptComesAfterwards() {
        LinkFault cut = LinkFault.cutOff(windows(100, 200));
        List<Delivery> once = drawn(new Link(80, 0, 0).with(List.of(cut)), 300);
        Link again = lossy(Loss.NEVER, 0, new Retransmission(30, 3)).with(List.of(cut));
        List<Delivery> retried = drawn(again, 300);
        for (int sentAt = 0; sentAt < 300; sentAt++) {
            boolean lasts = sentAt >= 100 && sentAt < 200;
            assertEquals(lasts, once.get(sentAt).lost());
            assertEquals(sentAt >= 100 && sentAt < 140, retried.get(sentAt).lost());
            assertEquals(!lasts ? 1 : sentAt >= 170 ? 2 : 3, retried.get(sentAt).attempts());
        }
    }

    @Test
    void linksThatMakeNoSenseAreRefused() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new Loss.Independent(wrong));
            assertThrows(IllegalArgumentException.class, () -> new Loss.GilbertElliott(wrong, 0.5, 1, 0));
            assertThrows(IllegalArgumentException.class, () -> new Link.Delay(80, 0, wrong, OptionalLong.empty()));
            assertThrows(IllegalArgumentException.class, () -> lossy(Loss.NEVER, wrong, Retransmission.NONE));
        }
        assertThrows(IllegalArgumentException.class, () -> new Loss.GilbertElliott(0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Link.Delay(80, 0, 0, OptionalLong.of(0)));
        assertThrows(IllegalArgumentException.class, () -> new Retransmission(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Retransmission(1, 0));
        assertThrows(IllegalArgumentException.class, () -> LinkFault.late(Windows.NONE, -1));
    }
}
