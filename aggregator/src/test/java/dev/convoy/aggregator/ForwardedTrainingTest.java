package dev.convoy.aggregator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.learning.Dense;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.Learner;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.online.OnlineTraining;
import dev.convoy.learning.online.TrainingPlan;
import dev.convoy.metric.AggregatorLedger;
import dev.convoy.runtime.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The aggregator that trains: on all data alone, or after each merge. */
class ForwardedTrainingTest {
    private static final LearnerKind KIND = Dense.standard();
    private static final Parameters INITIAL = KIND.initialParameters(2, 2, new SplittableRandom(1));
    private static final TrainingPlan PLAN = new TrainingPlan(4, 50, 8, 2, 9, 0, Optional.empty());
    private static final long EVERY_MS = 1000;

    private final LearningStage stage = new LearningStage();

    @Test
    void oneModelOnAllDataIsWhatOnlineTrainingOnTheSameRowsGives() {
        CentralAggregator aggregator = central();
        aggregator.start(stage);
        Learner learner = KIND.create(2, 2, INITIAL);
        OnlineTraining online = new OnlineTraining(PLAN);
        RandomStream random = RandomStream.named(7, "training");
        List<Parameters> expected = new ArrayList<>();
        for (int instant = 1; instant <= 30; instant++) {
            for (ForwardedRows rows : messages(instant)) {
                stage.arrive(aggregator, instant * EVERY_MS - 10, rows);
                for (int i = 0; i < rows.rows().size(); i++) {
                    online.add(rows.rows().rows().get(i), rows.rows().label(i));
                }
                online.known(rows.outcomes());
            }
            stage.wakeAll(aggregator, instant * EVERY_MS);
            if (online.isDue()) {
                online.train(learner, INITIAL, random);
                expected.add(learner.parameters());
            }
        }
        aggregator.finish(stage);

        assertEquals(
                expected, stage.models().stream().map(GlobalModel::parameters).toList());
        assertTrue(expected.size() > 15 && expected.size() < 30, "versions: " + expected.size());
        assertEquals(online.steps(), ((AggregatorLedger) stage.metrics().get(0)).steps());
    }

    @Test
    void versionsCountFromOneAndMergeNothing() {
        CentralAggregator aggregator = central();
        aggregator.start(stage);
        stage.arrive(aggregator, 5, rows(1, 8, 8));
        stage.wakeAll(aggregator, EVERY_MS);
        stage.wakeAll(aggregator, 2 * EVERY_MS);
        stage.arrive(aggregator, 2 * EVERY_MS + 5, rows(2, 1, 1));
        stage.wakeAll(aggregator, 3 * EVERY_MS);

        assertEquals(
                List.of(1L, 2L),
                stage.models().stream().map(GlobalModel::version).toList());
        assertEquals(
                List.of(EVERY_MS, 3 * EVERY_MS),
                stage.models().stream().map(GlobalModel::timeMs).toList());
        for (GlobalModel model : stage.models()) {
            assertEquals(0, model.updates());
            assertTrue(model.stepNorm() > 0);
        }
    }

    @Test
    void thePromiseIsTheNextTrainingInstant() {
        CentralAggregator aggregator = central();
        aggregator.start(stage);
        assertEquals(EVERY_MS, aggregator.earliestSend(LearningStage.NOTHING_KNOWN));
        stage.arrive(aggregator, 5, rows(1, 8, 8));
        assertEquals(EVERY_MS, aggregator.earliestSend(LearningStage.NOTHING_KNOWN));
        stage.wakeAll(aggregator, EVERY_MS);
        assertEquals(2 * EVERY_MS, aggregator.earliestSend(LearningStage.NOTHING_KNOWN));
    }

    @Test
    void itGoesOnFromItsSnapshotAsIfNothingHadHappened() throws IOException {
        CentralAggregator aggregator = central();
        aggregator.start(stage);
        stage.arrive(aggregator, 5, rows(1, 9, 3));
        stage.wakeAll(aggregator, EVERY_MS);
        stage.arrive(aggregator, EVERY_MS + 5, rows(2, 9, 2));
        CentralAggregator successor = central();
        byte[] state = Stage.snapshot(aggregator);
        successor.restore(new DataInputStream(new ByteArrayInputStream(state)));

        assertEquals(2 * EVERY_MS, successor.earliestSend(LearningStage.NOTHING_KNOWN));
        LearningStage other = stage.copy();
        stage.wakeAll(aggregator, 2 * EVERY_MS);
        other.wakeAll(successor, 2 * EVERY_MS);

        assertEquals(stage.models(), other.models());
        assertEquals(2, stage.models().size());
    }

    @Test
    void afterAMergeTheModelGoesSoManyStepsFurther() {
        Parameters merged = merge(Optional.empty());
        Learner learner = KIND.create(2, 2, INITIAL);
        OnlineTraining online = new OnlineTraining(PLAN);
        for (int i = 0; i < 8; i++) {
            online.add(new float[] {i, i % 2}, i % 2);
        }
        learner.adopt(merged);
        online.take(3, learner, merged, RandomStream.named(7, "training"));

        assertEquals(learner.parameters(), merge(Optional.of(new CentralTraining(3, 50))));
        assertNotEquals(merged, learner.parameters());
    }

    @Test
    void noStepsChangeNothing() {
        assertEquals(merge(Optional.empty()), merge(Optional.of(new CentralTraining(0, 50))));
    }

    /** What comes of an update of a tenth more in each parameter, when eight rows have been forwarded before. */
    private static Parameters merge(Optional<CentralTraining> training) {
        AggregatorConfig plain = Fixtures.config(new FedBuff(1), Weighting.EQUAL, 1);
        AggregatorConfig config = new AggregatorConfig(
                plain.strategy(),
                plain.weighting(),
                plain.trigger(),
                plain.staleness(),
                plain.serverOptimiser(),
                plain.slots(),
                training);
        Aggregator aggregator = new Aggregator(
                Fixtures.AGGREGATOR,
                config,
                INITIAL,
                Fixtures.participants(2, Duration.ZERO),
                Fixtures.topics(),
                training.map(t -> forwarded(PLAN)));
        LearningStage stage = new LearningStage();
        aggregator.start(stage);
        if (training.isPresent()) {
            stage.arrive(aggregator, 5, rows(1, 8, 2));
        }
        float[] tenth = new float[INITIAL.size()];
        Arrays.fill(tenth, 0.1f);
        stage.arrive(aggregator, 10, Fixtures.delta(1, 1, 0, 8, tenth));
        return stage.models().get(0).parameters();
    }

    @Test
    void whereNothingIsMergedNothingCanBeTrainedAfterwards() {
        for (Strategy strategy : List.of(new None(), Central.standard())) {
            AggregatorConfig plain = Fixtures.config(strategy, Weighting.EQUAL, 1);
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> new AggregatorConfig(
                            strategy,
                            plain.weighting(),
                            plain.trigger(),
                            plain.staleness(),
                            plain.serverOptimiser(),
                            plain.slots(),
                            Optional.of(CentralTraining.standard())));
            assertTrue(refused.getMessage().startsWith("central-training must be none"), refused.getMessage());
        }
    }

    private static CentralAggregator central() {
        return new CentralAggregator(
                Fixtures.AGGREGATOR,
                new Central(Duration.ofMillis(EVERY_MS)),
                Fixtures.participants(2, Duration.ZERO),
                Fixtures.topics(),
                forwarded(PLAN));
    }

    private static ForwardedTraining forwarded(TrainingPlan plan) {
        return new ForwardedTraining(Fixtures.centralData(), KIND.create(2, 2, INITIAL), plan);
    }

    /** What both nodes forward in one interval; in every third nothing. */
    private static List<ForwardedRows> messages(int instant) {
        return instant % 3 == 0 ? List.of() : List.of(rows(1, 1 + instant % 5, 1), rows(2, 2, instant % 3));
    }

    private static ForwardedRows rows(int node, int count, int outcomes) {
        List<float[]> rows = new ArrayList<>();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            rows.add(new float[] {i, i % 2});
            labels[i] = i % 2;
        }
        return new ForwardedRows(Fixtures.node(node), 1, outcomes, new LabelledRows(rows, labels, 2));
    }
}
