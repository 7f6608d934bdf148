package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class SyncLearnerTest {
    private static final long EVERY_MS = 15 * Scenario.MINUTE;
    private static final double ALL_ALIKE = 100;

    private static Learned plan(int window, double bytesCost, double failureCost, Learned.Epsilon epsilon) {
        return new Learned(
                Duration.ofMinutes(15),
                window,
                ALL_ALIKE,
                bytesCost,
                failureCost,
                Duration.ofMinutes(20),
                0.2,
                0.1,
                0.9,
                epsilon);
    }

    /** A node whose decisions have this loss after such an action, and whose updates are answered at once. */
    private interface Node {
        double lossAfter(SyncAction action);
    }

    private static List<SyncAction> actions(SyncLearner learner, int decisions, long seed, Node node) {
        RandomStream random = RandomStream.named(seed, "test");
        List<SyncAction> actions = new ArrayList<>();
        for (int i = 1; i <= decisions; i++) {
            long now = i * EVERY_MS;
            SyncAction action = learner.choose(0, 1, SyncAction.PUSH_AND_PULL, now, random);
            actions.add(action);
            if (action.pushes()) {
                learner.pushes(1, now);
                learner.heard(now + 1, now + 2);
            }
            if (action.pulls()) {
                learner.pulls(1);
            }
            learner.scored(node.lossAfter(action), now + 3);
        }
        return actions;
    }

    /** How often such actions are among the last 200 of a thousand, when nothing is drawn any more. */
    private static long lastOf(Node node, long seed, Predicate<SyncAction> wanted) {
        SyncLearner learner = new SyncLearner(plan(1, 0.1, 0.05, new Learned.Epsilon(0.2, 0, 800)));
        return actions(learner, 1000, seed, node).stream()
                .skip(800)
                .filter(wanted)
                .count();
    }

    @Test
    void whereOnlyPushingLowersTheLossItLearnsToPush() {
        for (long seed = 0; seed < 20; seed++) {
            Node node = action -> action.pushes() ? 0.1 : 0.9;
            long pushes = lastOf(node, seed, SyncAction::pushes);
            assertTrue(pushes >= 190, "seed " + seed + ": " + pushes);
            long pulls = lastOf(node, seed, SyncAction::pulls);
            assertTrue(pulls < 40, "seed " + seed + ": " + pulls + " needless pulls");
        }
    }

    @Test
    void whereOnlyPullingLowersTheLossItLearnsToPull() {
        for (long seed = 0; seed < 20; seed++) {
            long pulls = lastOf(action -> action.pulls() ? 0.1 : 0.9, seed, SyncAction::pulls);
            assertTrue(pulls >= 190, "seed " + seed + ": " + pulls);
        }
    }

    @Test
    void whereNothingLowersTheLossItLearnsToSaveTheBytes() {
        for (long seed = 0; seed < 20; seed++) {
            long skips = lastOf(action -> 0.5, seed, action -> action == SyncAction.SKIP);
            assertTrue(skips >= 190, "seed " + seed + ": " + skips);
        }
    }

    @Test
    void theSameSeedMakesTheSameChoicesAndAnotherSeedOthers() {
        Learned plan = plan(2, 0.01, 0.05, new Learned.Epsilon(0.5, 0.1, 100));
        Node node = action -> action.pulls() ? 0.3 : 0.4;
        List<SyncAction> first = actions(new SyncLearner(plan), 200, 3, node);
        assertEquals(first, actions(new SyncLearner(plan), 200, 3, node));
        assertTrue(!first.equals(actions(new SyncLearner(plan), 200, 4, node)));
    }

    @Test
    void itDrawsAsOftenAsItIsToldTo() {
        int others = 0;
        SyncLearner learner = new SyncLearner(plan(1, 0, 0, new Learned.Epsilon(0.4, 0.4, 1)));
        for (SyncAction action : actions(learner, 10_000, 1, any -> 0.5)) {
            others += action == SyncAction.PUSH_AND_PULL ? 0 : 1;
        }
        // with equal values all is best, and is drawn once in four times, too
        assertEquals(0.4 * 0.75, others / 10_000.0, 0.015);
    }

    /**
     * Three choices of a node with a window of two, the first and the third in the same state. What is chosen third
     * shows on which side of 0 the value of the first has come to be.
     */
    private static SyncAction third(double lossAfter, long answeredMs, long secondLossMadeMs) {
        return third(lossAfter, learner -> learner.heard(answeredMs, answeredMs), secondLossMadeMs);
    }

    private static SyncAction third(double lossAfter, Consumer<SyncLearner> fate, long secondLossMadeMs) {
        SyncLearner learner = new SyncLearner(plan(2, 0.25, 0.25, new Learned.Epsilon(0, 0, 1)));
        RandomStream random = RandomStream.named(1, "test");
        learner.scored(1, 1);
        learner.scored(1, 2);
        assertEquals(SyncAction.PUSH, learner.choose(0, 1, SyncAction.PUSH, 10, random));
        learner.pushes(1, 20);
        learner.scored(9, 10);
        fate.accept(learner);
        learner.scored(lossAfter, 11);
        learner.scored(lossAfter, secondLossMadeMs);
        learner.choose(0, 2, SyncAction.PULL, 10 + 2 * EVERY_MS, random);
        return learner.choose(0, 3, SyncAction.PUSH, 10 + 3 * EVERY_MS, random);
    }

    @Test
    void theRewardIsTheFallOfTheLossLessTheCosts() {
        assertEquals(SyncAction.PUSH, third(0.74, 21, 12), "1 - 0.74 - 0.25 is above 0");
        assertEquals(SyncAction.SKIP, third(0.76, 21, 12), "1 - 0.76 - 0.25 is below 0");
    }

    @Test
    void anUpdateWithoutAnswerInTimeCostsMore() {
        long late = 20 + 20 * Scenario.MINUTE + 1;
        assertEquals(SyncAction.PUSH, third(0.74, late - 1, 12), "answered at the last moment");
        assertEquals(SyncAction.SKIP, third(0.74, late, 12), "too late: 1 - 0.74 - 0.25 - 0.25");
        assertEquals(SyncAction.PUSH, third(0.49, late, 12), "1 - 0.49 - 0.25 - 0.25");
        assertEquals(SyncAction.SKIP, third(0.74, 20, 12), "a version that was made before the update was sent");
    }

    @Test
    void anUpdateThatIsLostBeforeItIsSentCostsAsMuchAsOneWithoutAnswer() {
        assertEquals(SyncAction.SKIP, third(0.74, learner -> learner.loses(20), 12), "1 - 0.74 - 0.25 - 0.25");
        assertEquals(SyncAction.PUSH, third(0.49, learner -> learner.loses(20), 12), "1 - 0.49 - 0.25 - 0.25");
    }

    @Test
    void onlyDecisionsMadeAfterTheActionTellWhatCameOfIt() {
        assertEquals(SyncAction.SKIP, third(0.76, 21, 12));
        assertEquals(SyncAction.PUSH, third(0.76, 21, 10), "one of two is known, so that nothing is learned yet");
    }

    @Test
    void restoredAtRandomPointsItGoesOnAsIfNothingHadHappened() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Learned plan = Scenario.learned(Duration.ofMinutes(15), new SplittableRandom(seed));
            List<SyncAction> undisturbed = restored(plan, seed, 0);
            assertEquals(undisturbed, restored(plan, seed, 0.2), "seed " + seed);
        }
    }

    private static List<SyncAction> restored(Learned plan, int seed, double often) throws IOException {
        SplittableRandom world = new SplittableRandom(seed);
        SplittableRandom failures = new SplittableRandom(seed);
        RandomStream random = RandomStream.named(seed, "test");
        SyncLearner learner = new SyncLearner(plan);
        List<SyncAction> actions = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            if (failures.nextDouble() < often) {
                learner = copy(learner, plan);
            }
            long now = i * EVERY_MS;
            SyncAction most = SyncAction.values()[world.nextInt(1, 4)];
            SyncAction action = learner.choose(world.nextInt(10), world.nextDouble(), most, now, random);
            actions.add(action);
            if (action.pushes() && world.nextInt(5) == 0) {
                learner.misses();
            } else if (action.pushes()) {
                learner.pushes(1, now + 30_000);
            }
            for (int left = world.nextInt(6); left > 0; left--) {
                learner.scored(world.nextDouble(), now - world.nextLong(-1000, 20) * Scenario.MINUTE);
            }
            if (world.nextBoolean()) {
                learner.heard(now - world.nextLong(EVERY_MS), now + 1);
            }
        }
        return actions;
    }

    private static SyncLearner copy(SyncLearner learner, Learned plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learner.writeTo(new DataOutputStream(bytes));
        SyncLearner copy = new SyncLearner(plan);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        copy.readFrom(in);
        assertEquals(0, in.available());
        return copy;
    }
}
