package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.runtime.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How long work takes on a node that is now and then down or slow, against counting its milliseconds. */
final class PaceTest {
    private static Windows windows(long... fromAndTo) {
        List<Windows.Window> windows = new ArrayList<>();
        for (int i = 0; i < fromAndTo.length; i += 2) {
            windows.add(new Windows.Window(fromAndTo[i], fromAndTo[i + 1]));
        }
        return new Windows(windows);
    }

    private static Windows drawn(SplittableRandom random) {
        long[] fromAndTo = new long[2 * random.nextInt(5)];
        for (int i = 0; i < fromAndTo.length; i += 2) {
            fromAndTo[i] = random.nextLong(50);
            fromAndTo[i + 1] = fromAndTo[i] + random.nextLong(1, 15);
        }
        return windows(fromAndTo);
    }

    @Test
    void windowsContainWhatLiesInOneOfThemAndChangeAtTheirEnds() {
        for (int seed = 0; seed < 300; seed++) {
            Windows windows = drawn(new SplittableRandom(seed));
            for (long time = 0; time < 70; time++) {
                long at = time;
                boolean inOne = windows.windows().stream().anyMatch(w -> w.fromMs() <= at && at < w.toMs());
                assertEquals(inOne, windows.contains(at), "seed " + seed + " at " + at);
                if (windows.contains(at + 1) != inOne) {
                    assertEquals(at + 1, windows.nextChangeAfter(at), "seed " + seed + " at " + at);
                }
            }
            assertEquals(Long.MAX_VALUE, windows.nextChangeAfter(70));
        }
        assertThrows(IllegalArgumentException.class, () -> new Windows.Window(5, 5));
    }

    @Test
    void workIsDoneWhenTheUpTimeMakesUpForIt() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Windows down = drawn(random);
            Pace pace = new Pace(down, List.of());
            for (long start = 0; start < 60; start++) {
                long work = random.nextLong(20);
                assertEquals(counted(down, start, work), pace.doneAt(start, work), "seed " + seed + " at " + start);
            }
        }
    }

    private static long counted(Windows down, long start, long work) {
        long time = start;
        long left = work;
        while (left > 0 || down.contains(time)) {
            left -= down.contains(time) ? 0 : 1;
            time++;
        }
        return time;
    }

    @Test
    void aSlowNodeTakesTheFactorTimesAsLong() {
        Pace pace = new Pace(Windows.NONE, List.of(new Lasting<>(windows(0, 1_000_000), new Slowness(2.5))));
        assertEquals(100 + 2_500, pace.doneAt(100, 1_000));
        assertEquals(100 + 3, pace.doneAt(100, 1), "a millisecond that has begun counts whole");
        assertEquals(100, pace.doneAt(100, 0));
    }

    @Test
    void onlyWhatFallsIntoTheSlowTimeIsSlow() {
        Pace pace = new Pace(Windows.NONE, List.of(new Lasting<>(windows(1_000, 2_000), new Slowness(10))));
        assertEquals(900, pace.doneAt(400, 500));
        assertEquals(1_000 + 10 * 30, pace.doneAt(800, 230));
        assertEquals(2_000 + 200, pace.doneAt(900, 400), "100 before, 100 within, 200 after");
        assertEquals(2_500, pace.doneAt(2_000, 500));
    }

    @Test
    void aNodeThatIsDownDoesNotWorkHoweverSlowItWouldBe() {
        Pace pace = new Pace(windows(1_200, 5_000), List.of(new Lasting<>(windows(1_000, 6_000), new Slowness(4))));
        assertEquals(5_000 + 4 * 50, pace.doneAt(1_000, 100), "50 of 100 are done when it goes down");
        assertEquals(5_000, pace.doneAt(1_000, 50), "it is up when it is done");
    }

    @Test
    void workThatBeginsLaterOrIsMoreIsNeverDoneEarlier() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Lasting<Slowness>> slow = new ArrayList<>();
            for (int left = random.nextInt(3); left > 0; left--) {
                slow.add(new Lasting<>(drawn(random), new Slowness(1 + 5 * random.nextDouble())));
            }
            Pace pace = new Pace(drawn(random), slow);
            for (long work = 0; work < 20; work++) {
                for (long start = 0; start < 60; start++) {
                    String where = "seed " + seed + ", " + work + " ms from " + start;
                    long done = pace.doneAt(start, work);
                    assertTrue(done >= start + work && pace.isUp(done), where);
                    assertTrue(pace.doneAt(start + 1, work) >= done, where);
                    assertTrue(pace.doneAt(start, work + 1) >= done, where);
                }
            }
        }
    }

    @Test
    void whatIsDoneInATimeIsTheMostThatDoesNotTakeLonger() {
        for (double factor : new double[] {1, 1.1, 2.5, 3, 7.77, 10_000}) {
            Slowness slowness = new Slowness(factor);
            for (long ms = 0; ms < 1_000; ms++) {
                long done = slowness.done(ms);
                assertTrue(slowness.taken(done) <= ms && slowness.taken(done + 1) > ms, factor + " in " + ms);
            }
        }
    }

    @Test
    void aFactorBelowOneOrWithoutLimitIsRefused() {
        for (double factor : new double[] {0, 0.9, -2, Double.NaN, 10_001, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Slowness(factor));
        }
    }
}
