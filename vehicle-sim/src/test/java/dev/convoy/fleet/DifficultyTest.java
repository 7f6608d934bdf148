package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.world.ColdFront;
import dev.convoy.world.WorldConfig;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decisions must be neither given away by a single sensor nor a matter of luck. */
class DifficultyTest {
    private static final Map<Long, List<Decisions.Decision>> BY_SEED = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void noSingleSensorGivesTheLabelAway(long seed) {
        List<Decisions.Decision> all = standardDecisions(seed);

        for (VehicleField field : VehicleField.values()) {
            double accuracy = Decisions.bestThreshold(all, field);
            assertTrue(
                    field == VehicleField.RESERVE_MARGIN || accuracy < 0.90,
                    "seed " + seed + ": " + field + " alone is right in " + accuracy);
        }
        double positives = Decisions.positives(all);
        assertTrue(positives > 0.3 && positives < 0.6, "seed " + seed + ": positives " + positives);
        assertEquals(0.80, Decisions.bestThreshold(all, VehicleField.STATE_OF_CHARGE), 0.04, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void theCalibratedEstimateIsAheadOfEveryRawSensor(long seed) {
        List<Decisions.Decision> all = standardDecisions(seed);
        double calibrated = Decisions.bestThreshold(all, VehicleField.RESERVE_MARGIN);

        for (VehicleField field : VehicleField.values()) {
            double accuracy = Decisions.bestThreshold(all, field);
            assertTrue(
                    field == VehicleField.RESERVE_MARGIN || accuracy <= calibrated - 0.05,
                    "seed " + seed + ": " + field + " alone is right in " + accuracy + ", the estimate in "
                            + calibrated);
        }
        double majority = Math.max(Decisions.positives(all), 1 - Decisions.positives(all));
        assertTrue(majority < calibrated - 0.2, "seed " + seed + ": majority " + majority);
    }

    /** Were the label a function of what a record says, both futures would agree. */
    @Test
    void equalFeaturesHaveDifferentLabelsWhereTheLegTurnsOutDifferently() {
        int compared = 0;
        int different = 0;
        for (long seed : new long[] {7, 8, 9}) {
            for (int hour = 4; hour <= 20; hour += 4) {
                Map<String, Outcome> one = Futures.of(seed, hour, seed);
                Map<String, Outcome> other = Futures.of(seed, hour, seed + 1_000);
                for (Map.Entry<String, Outcome> entry : one.entrySet()) {
                    Outcome there = other.get(entry.getKey());
                    if (there != null
                            && there.label().isPresent()
                            && entry.getValue().label().isPresent()) {
                        compared++;
                        different += there.label().equals(entry.getValue().label()) ? 0 : 1;
                    }
                }
            }
        }

        assertTrue(compared > 100, "compared " + compared);
        assertTrue(different >= 0.03 * compared, different + " of " + compared);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void labelsComeHoursLate(long seed) {
        double[] delays = standardDecisions(seed).stream()
                .mapToDouble(Decisions.Decision::delayHours)
                .sorted()
                .toArray();

        assertTrue(delays[delays.length / 2] > 1 && delays[delays.length / 2] < 4, "seed " + seed);
        assertTrue(delays[delays.length - 1] < 24, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void theEstimateOfTheCarIsGoodButLeavesRoom(long seed) {
        List<Decisions.Decision> all = standardDecisions(seed);
        List<Decisions.Decision> contested = Decisions.contested(all);

        assertEquals(0.885, Decisions.accuracy(all, Decisions::ruleMargin), 0.03, "seed " + seed);
        assertEquals(0.90, Decisions.accuracy(all, d -> Decisions.cautiousMargin(d, 0.1)), 0.03, "seed " + seed);
        assertEquals(0.42, contested.size() / (double) all.size(), 0.05, "seed " + seed);
        assertEquals(0.76, Decisions.accuracy(contested, Decisions::ruleMargin), 0.05, "seed " + seed);
    }

    @Test
    void theConsumptionOfOneModelVariesAsThatOfRealCars() {
        Map<String, List<Double>> byModel = new TreeMap<>();
        for (Decisions.Decision d : standardDecisions(7)) {
            byModel.computeIfAbsent(d.last().model(), key -> new ArrayList<>()).add(consumption(d));
        }

        double sum = 0;
        for (List<Double> legs : byModel.values()) {
            double mean = mean(legs);
            double variance =
                    mean(legs.stream().map(x -> (x - mean) * (x - mean)).toList());
            sum += Math.sqrt(variance) / mean;
        }
        assertEquals(0.27, sum / byModel.size(), 0.04);
    }

    @Test
    void winterTakesAThirdMoreThanSummer() {
        double january = mean(consumptions(1));
        double july = mean(consumptions(7));

        assertEquals(1.33, january / july, 0.15);
    }

    @Test
    void aColdFrontMakesMoreVehiclesNeedACharge() {
        List<Decisions.Decision> all = standardDecisions(7);
        long settled = ColdFront.standard().end(600).toMillis();
        long onset = ColdFront.standard().onset().toMillis();

        double before = Decisions.positives(
                all.stream().filter(d -> d.outcome().timeMs() < onset).toList());
        double after = Decisions.positives(
                all.stream().filter(d -> d.last().timeMs() > settled).toList());

        assertTrue(after > before + 0.05, "before " + before + ", after " + after);
    }

    /** The run that an experiment file without a word about the world asks for. */
    private static List<Decisions.Decision> standardDecisions(long seed) {
        return BY_SEED.computeIfAbsent(
                seed, key -> Decisions.of(SimulatedRun.standardPlan(key, 72)).labelled());
    }

    private static List<Double> consumptions(int month) {
        WorldConfig standard = WorldConfig.standard();
        WorldConfig world =
                standard.withDrift(LocalDateTime.of(2023, month, 10, 6, 0), month == 1 ? standard.drift() : List.of());
        FleetPlan plan = new FleetPlan(world, FleetConfig.standard(), 7, 72 * 3_600_000L);
        return Decisions.of(plan).labelled().stream()
                .map(DifficultyTest::consumption)
                .toList();
    }

    private static double consumption(Decisions.Decision decision) {
        return 100 * decision.outcome().energyKwh() / decision.value(VehicleField.NEXT_LEG_KM);
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).average().orElseThrow();
    }
}
