package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.detection.Ddm;
import dev.convoy.edgenode.SyncPolicy.OnDrift;
import dev.convoy.metric.DriftAlarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SyncPolicyTest {
    private static final long MINUTE = Scenario.MINUTE;
    private static final long COMPUTE_MS = 30_000;
    private static final long DECIDE_MS = 5 * MINUTE;

    @Test
    void anUpdateIsCutAtTheFirstDecisionPointAfterAnAlarmOrTooLongASilenceButNeverWithinTheGap() {
        int answers = 0;
        int silences = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            OnDrift policy = policy(random);
            List<Simulation.Output> outputs = watched(policy, random).run();
            List<Long> alarms = Simulation.of(DriftAlarm.class, outputs).stream()
                    .map(DriftAlarm::timeMs)
                    .toList();

            List<Long> expected = cuts(policy, alarms);

            List<Long> cuts = Simulation.sent(outputs).stream()
                    .map(output -> output.at() - COMPUTE_MS)
                    .toList();
            assertEquals(expected, cuts, "seed " + seed + ", " + policy + ", alarms " + alarms);
            answers += policy.atLatest().isEmpty() ? cuts.size() : 0;
            silences += alarms.isEmpty() ? cuts.size() : 0;
        }
        assertTrue(answers > 20 && silences > 20, answers + ", " + silences);
    }

    private static OnDrift policy(SplittableRandom random) {
        Duration gap = Duration.ofMinutes(random.nextInt(40));
        return new OnDrift(
                random.nextBoolean() ? Optional.empty() : Optional.of(gap.plusMinutes(random.nextInt(5, 60))), gap);
    }

    /** A vehicle that behaves as it looks, or, in some of the runs, the other way round every now and then. */
    private static Simulation watched(OnDrift policy, SplittableRandom random) {
        Fixture fixture = new Fixture().sync(policy).detector(new Ddm(5, 0.5, 1));
        boolean steady = random.nextInt(3) == 0;
        boolean truth = true;
        long leg = 0;
        for (long at = MINUTE; at < 4 * Fixture.HOUR; at += MINUTE) {
            leg++;
            boolean hint = random.nextBoolean();
            truth ^= !steady && random.nextInt(30) == 0;
            int label = (hint == truth) ? 1 : 0;
            fixture.record(at - 10, "v-1", leg, leg, hint ? -0.5 : 0.5).outcome(at, "v-1", leg, label, at - 5);
        }
        return fixture.simulation();
    }

    /** By counting: what must have been cut, given the alarms. */
    private static List<Long> cuts(OnDrift policy, List<Long> alarms) {
        List<Long> cuts = new ArrayList<>();
        long last = 0;
        for (long at = DECIDE_MS; at < 4 * Fixture.HOUR; at += DECIDE_MS) {
            long since = last;
            long now = at;
            boolean alarmed = alarms.stream().anyMatch(alarm -> alarm > since && alarm <= now);
            boolean silent = policy.atLatest().isPresent()
                    && now - since >= policy.atLatest().get().toMillis();
            if (silent || (alarmed && now - since >= policy.minimumGap().toMillis())) {
                cuts.add(now);
                last = now;
            }
        }
        return cuts;
    }

    @Test
    void withinTheGapANodePromisesItsEndAndLaterTheNextDecisionPoint() {
        OnDrift policy = new OnDrift(Optional.of(Duration.ofMinutes(50)), Duration.ofMinutes(32));
        List<Long> promises = new ArrayList<>();
        new Fixture()
                .outcomesEvery(MINUTE)
                .sync(policy)
                .detector(Ddm.standard())
                .simulation()
                .beforeEach(simulation -> {
                    long now = simulation.now();
                    if (now == 61 * MINUTE || now == 87 * MINUTE || now == 97 * MINUTE) {
                        promises.add(simulation.promise(false));
                    }
                })
                .run();

        // the first update is cut after 50 minutes, none before 82, and the next when 100 are over
        assertEquals(
                List.of(85 * MINUTE + COMPUTE_MS, 90 * MINUTE + COMPUTE_MS, 100 * MINUTE + COMPUTE_MS),
                promises.stream().distinct().toList());
    }
}
