package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import dev.convoy.prediction.Baselines;
import dev.convoy.telemetry.Phase;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgeNodePartsTest {
    @Test
    void aGlobalModelIsAdoptedAsComputedByHand() {
        Parameters own = Parameters.of(3, 5);
        Parameters anchor = Parameters.of(1, 1);
        Parameters global = Parameters.of(10, 20);

        assertEquals(global, new Adopt.Replace().adopted(Merging.AVERAGE, own, anchor, global));
        assertEquals(Parameters.of(12, 24), new Adopt.Rebase().adopted(Merging.AVERAGE, own, anchor, global));
        assertEquals(Parameters.of(4.75f, 8.75f), new Adopt.Mix(0.25).adopted(Merging.AVERAGE, own, anchor, global));

        Parameters adopted = Parameters.of(7, 7);
        assertEquals(global, new Adopt.Replace().anchor(adopted, global));
        assertEquals(global, new Adopt.Rebase().anchor(adopted, global));
        assertEquals(adopted, new Adopt.Mix(0.25).anchor(adopted, global));
    }

    @Test
    void aShareOutsideItsRangeIsRefused() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new Adopt.Mix(share));
        }
    }

    @Test
    void periodicInstantsAreThoseThatCountingFindsThem() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long every = random.nextInt(1, 12);
            long offset = random.nextLong(every);
            TreeSet<Long> instants = new TreeSet<>();
            for (long at = offset == 0 ? every : offset; at < 100; at += every) {
                instants.add(at);
            }
            Instants periodic = new Instants(every, offset);
            for (long time = 0; time < 80; time++) {
                assertEquals(instants.contains(time), periodic.contains(time), periodic + " at " + time);
                assertEquals(instants.higher(time), periodic.after(time), periodic + " at " + time);
            }
        }
    }

    @Test
    void fourStaggeredMembersShareAnIntervalEvenly() {
        assertEquals(
                List.of(1000L, 250L, 500L, 750L),
                IntStream.rangeClosed(1, 4)
                        .mapToObj(member -> Instants.staggered(1000, member, 4).after(0))
                        .toList());
    }

    @Test
    void rowsOfALegAreDrawnEvenlyWithBothEnds() {
        assertEquals(List.of(1L, 2L, 3L), drawn(3, 8));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), drawn(8, 8));
        assertEquals(List.of(1L, 15L, 29L, 43L, 57L, 71L, 85L, 100L), drawn(100, 8));
        assertEquals(List.of(50L), drawn(50, 1));
        for (int size = 1; size < 300; size++) {
            for (int count = 1; count < 12; count++) {
                List<Long> rows = drawn(size, count);
                assertEquals(Math.min(size, count), new TreeSet<>(rows).size(), size + ", " + count);
                assertTrue(rows.contains((long) size), size + ", " + count);
            }
        }
    }

    private static List<Long> drawn(int size, int count) {
        PendingLeg leg = new PendingLeg("v-1", 1);
        IntStream.rangeClosed(1, size).forEach(i -> leg.add(example("v-1", 1, i)));
        return leg.drawnEvenly(count).stream()
                .map(row -> row.origin().sequence())
                .toList();
    }

    private static Example example(String vehicle, long leg, long sequence) {
        return new Example(
                new Example.Origin(vehicle, leg, sequence, Phase.TO_STATION, sequence),
                new float[] {sequence},
                false,
                Baselines.NONE);
    }

    @Test
    void pendingRowsExpireWhenAndOnlyWhenTheyExceedTheirLimit() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int limit = random.nextInt(1, 40);
            PendingLegs pending = new PendingLegs(limit);
            int rows = 0;
            for (int i = 1; i < 500; i++) {
                rows++;
                for (PendingLeg expired : pending.add(example("v-" + random.nextInt(5), 1 + i / 20, i))) {
                    assertTrue(rows > limit, "seed " + seed + ": expired without need");
                    rows -= expired.rows().size();
                }
                assertTrue(rows <= limit, "seed " + seed);
                if (random.nextInt(10) == 0) {
                    rows -= pending.take("v-" + random.nextInt(5), 1 + i / 20)
                            .map(leg -> leg.rows().size())
                            .orElse(0);
                }
            }
            assertEquals(
                    rows,
                    pending.takeAll().stream()
                            .mapToInt(leg -> leg.rows().size())
                            .sum(),
                    "seed " + seed);
        }
    }

    @Test
    void theMajorityIsTheLowestOfTheMostFrequentClasses() {
        BaselineState state = new BaselineState(3);
        int[] labels = {2, 1, 1, 2, 0};
        int[] majority = {2, 1, 1, 1, 1};
        for (int i = 0; i < labels.length; i++) {
            state.learn("v-1", labels[i]);
            Baselines said = state.predict("v-2", OptionalDouble.of(0));
            assertEquals(OptionalInt.of(majority[i]), said.majority(), "after " + (i + 1));
            assertEquals(OptionalInt.of(labels[i]), said.noChange());
            assertEquals(OptionalInt.empty(), said.lastOfVehicle());
            assertEquals(OptionalInt.of(0), said.rule());
        }
    }
}
