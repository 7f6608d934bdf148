package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PredictionJoinTest {
    private static final NodeId NODE = new NodeId(1);

    @Test
    void manyClassesAreKeptAsTheyAre() {
        double[] shares = new double[300];
        shares[299] = 1;
        PredictionColumns predictions = new PredictionColumns();
        PredictionJoin join = new PredictionJoin(predictions);
        join.add(prediction("v-1", 1, 1, Probabilities.of(shares), OptionalInt.of(280)));
        join.resolve(resolution("v-1", 1, 1, 1, 1, 270));
        assertEquals(299, predictions.predicted(0));
        assertEquals(OptionalInt.of(270), predictions.label(0));
        assertEquals(OptionalInt.of(280), predictions.baselines(0).majority());
        assertEquals(List.of(), join.problems());
    }

    /** Against a plain search through all rows. */
    @Test
    void anOutcomeReachesThePredictionsOfItsLegThatStillWaitAndNoOthers() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomGenerator random = RandomStream.named(seed, "join");
            PredictionColumns predictions = new PredictionColumns();
            PredictionJoin join = new PredictionJoin(predictions);
            int[] sequences = new int[3];
            List<OptionalInt> expected = new ArrayList<>();
            for (int step = 0; step < 400; step++) {
                int vehicle = random.nextInt(3);
                String name = "v-" + vehicle;
                if (random.nextInt(4) > 0) {
                    int leg = random.nextInt(4);
                    join.add(prediction(
                            name, leg, ++sequences[vehicle], Probabilities.of(0.25, 0.75), OptionalInt.empty()));
                    expected.add(OptionalInt.empty());
                    continue;
                }
                int leg = 1 + random.nextInt(3);
                int last = sequences[vehicle] - random.nextInt(3);
                int label = random.nextInt(2);
                List<Integer> waiting = new ArrayList<>();
                for (int row = 0; row < predictions.size(); row++) {
                    if (predictions.vehicle(row).equals(name)
                            && predictions.leg(row) == leg
                            && predictions.sequence(row) <= last
                            && expected.get(row).isEmpty()) {
                        waiting.add(row);
                    }
                }
                if (!waiting.isEmpty()) {
                    int decision = predictions.sequence(waiting.get(waiting.size() - 1));
                    join.resolve(resolution(name, leg, last, waiting.size(), decision, label));
                    waiting.forEach(row -> expected.set(row, OptionalInt.of(label)));
                }
            }
            for (int row = 0; row < predictions.size(); row++) {
                assertEquals(expected.get(row), predictions.label(row), "seed " + seed + ", row " + row);
            }
            assertEquals(List.of(), join.problems(), "seed " + seed);
        }
    }

    private static Prediction prediction(
            String vehicle, long leg, long sequence, Probabilities probabilities, OptionalInt majority) {
        Phase phase = leg == 0 ? Phase.PARKED : Phase.TO_STATION;
        Baselines said = new Baselines(majority, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        return new Prediction(NODE, vehicle, leg, sequence, phase, sequence, 0, probabilities, false, said);
    }

    private static Resolution resolution(
            String vehicle, long leg, long last, int predictions, long decision, int label) {
        return new Resolution(
                NODE,
                vehicle,
                leg,
                1,
                last,
                predictions,
                OptionalLong.of(decision),
                Resolution.Ending.SCORED,
                OptionalInt.of(label),
                1000);
    }
}
