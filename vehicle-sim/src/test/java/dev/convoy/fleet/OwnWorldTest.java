package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.vehicle.OwnModel;
import dev.convoy.vehicle.VehicleModels;
import dev.convoy.world.WorldConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OwnWorldTest {
    private static final long HOUR = 3_600_000;
    private static final WorldConfig STANDARD = WorldConfig.standard();

    @Test
    void vehiclesGoOnFromSectionToSectionAndFromTheLastToTheFirst() {
        WorldConfig world = new WorldConfig(
                STANDARD.lengthKm(),
                2,
                true,
                STANDARD.stationsKm(),
                STANDARD.zonesKm(),
                STANDARD.elevation(),
                STANDARD.relief(),
                STANDARD.start(),
                STANDARD.drift());
        Map<String, Double> before = new HashMap<>();
        Set<String> nodes = new TreeSet<>();
        int forward = 0;
        int back = 0;
        for (SimulatedRun.Sent sent : SimulatedRun.record(new FleetPlan(world, Fleets.of(20), 5, 40 * HOUR))) {
            if (sent.message() instanceof Telemetry record) {
                double km = record.values().get(VehicleField.POSITION_KM.ordinal());
                Double last = before.put(record.vehicle(), km);
                nodes.add(sent.receiver().name());
                if (last != null && last <= 600 && km > 600) {
                    forward++;
                } else if (last != null && km < last) {
                    assertTrue(last > 600 && km < 10, "from " + last + " to " + km);
                    back++;
                }
            }
        }

        assertEquals(8, nodes.size());
        assertTrue(forward > 10 && back > 10, forward + " forward, " + back + " back");
    }

    @Test
    void carsBeginAsTheyAreGiven() {
        CarConfig given =
                new CarConfig("Model D", Optional.of(0.42), Optional.of(200.0), Optional.of(0.9), Optional.of(70.0));
        CarConfig drawn =
                new CarConfig("Model H", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        FleetPlan plan = new FleetPlan(STANDARD, Fleets.of(new Study(), List.of(given, drawn)), 5, HOUR / 4);
        SimulatedRun run = new SimulatedRun(plan, sent -> {});
        Vehicle first = vehicle(run, "v-001");

        assertEquals("Model D", first.traits().model().name());
        assertEquals(0.42, first.battery().stateOfCharge(), 0.001);
        assertEquals(200, first.positionKm(), 0.001);
        assertEquals(0.9, first.traits().health());
        assertEquals(70, first.traits().cruiseKmh());
        assertEquals(Activity.DRIVING, first.activity());
        assertEquals("Model H", vehicle(run, "v-002").traits().model().name());
    }

    @Test
    void aFleetIsDrawnFromTheModelsOfItsChoice() {
        assertEquals(
                VehicleModels.ofStudy().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)),
                models(new Study()));
        OwnModel van = new OwnModel("van", 2_200, 0.4, 3.5, 0.01, 100, 60, false, 80);
        assertEquals(Set.of("van"), models(new Own(List.of(van))));
        assertThrows(IllegalArgumentException.class, () -> new Own(List.of(van, van)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new OwnModel("van", 2_200, Double.NaN, 3.5, 0.01, 100, 60, false, 80));
    }

    @Test
    void aHeavierBluffCarTakesMore() {
        double compact = Car.usualConsumption(traits(OwnModel.standard()), 15);
        double van = Car.usualConsumption(traits(new OwnModel("van", 2_200, 0.4, 3.5, 0.01, 100, 60, false, 80)), 15);

        assertTrue(compact > 9 && compact < 16, "compact " + compact);
        assertTrue(van > 1.4 * compact, "van " + van + ", compact " + compact);
    }

    @Test
    void aCarOfAModelThatIsNotThereIsRefused() {
        CarConfig car =
                new CarConfig("Model T", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Fleets.of(new Study(), List.of(car)));

        assertTrue(refusal.getMessage().contains("Model T"), refusal.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new CarConfig(
                        "Model D", Optional.of(Double.NaN), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Set<String> models(ModelChoice choice) {
        FleetPlan plan = new FleetPlan(STANDARD, Fleets.of(choice, List.of()), 5, HOUR);
        return new SimulatedRun(plan, sent -> {})
                .fleet().vehicles().stream()
                        .map(vehicle -> vehicle.traits().model().name())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Traits traits(OwnModel model) {
        return Traits.drawn(1, 1, LocalMix.even(List.of(model.model())), 60_000);
    }

    private static Vehicle vehicle(SimulatedRun run, String id) {
        return run.fleet().vehicles().stream()
                .filter(vehicle -> vehicle.traits().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
