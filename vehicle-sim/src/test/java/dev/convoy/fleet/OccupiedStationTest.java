package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.world.WorldConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fleet at stations that have too few chargers for it. */
class OccupiedStationTest {
    private static final long HOUR = 3_600_000;

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 42})
    void noStationServesMoreVehiclesThanItHasChargers(long seed) {
        FleetPlan plan = plan(seed, 60, 20, 36);
        Map<Double, Integer> most = new HashMap<>();
        SimulatedRun run = new SimulatedRun(plan, sent -> {});
        while (run.hasNext()) {
            run.step();
            Map<Double, Integer> charging = new HashMap<>();
            for (Vehicle vehicle : run.fleet().vehicles()) {
                if (vehicle.activity() == Activity.CHARGING) {
                    int now = charging.merge(vehicle.positionKm(), 1, Integer::sum);
                    most.merge(vehicle.positionKm(), now, Math::max);
                }
            }
        }

        assertEquals(Map.of(150.0, 3, 270.0, 3, 460.0, 3), most, "seed " + seed);
    }

    @Test
    void theFewerChargersTheMoreVehiclesWait() {
        int none = waits(plan(7, 60, 1, 36));
        int few = waits(plan(7, 60, 12, 36));
        int many = waits(plan(7, 60, 30, 36));

        assertEquals(0, none);
        assertTrue(few > 10 && many > 2 * few, few + " and " + many);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aFleetWithQueuesIsRestoredFromItsSnapshot(long seed) {
        FleetPlan plan = plan(seed, 30, 30, 30);
        List<SimulatedRun.Sent> undisturbed = SimulatedRun.record(plan);

        List<SimulatedRun.Sent> disturbed = new ArrayList<>();
        SimulatedRun run = new SimulatedRun(plan, disturbed::add);
        RandomStream chance = RandomStream.named(seed, "where to interrupt");
        int queued = 0;
        while (run.hasNext()) {
            run.step();
            if (chance.nextInt(500) == 0) {
                queued += waiting(run) ? 1 : 0;
                run.replaceFleet();
            }
        }

        assertTrue(queued > 5, "snapshots with a queue: " + queued);
        assertEquals(undisturbed, disturbed, "seed " + seed);
    }

    private static boolean waiting(SimulatedRun run) {
        return run.fleet().vehicles().stream().anyMatch(vehicle -> vehicle.activity() == Activity.WAITING);
    }

    /** How often a vehicle began to wait. */
    private static int waits(FleetPlan plan) {
        Map<String, Vehicle> vehicles = new HashMap<>();
        Map<String, Activity> before = new HashMap<>();
        int[] waits = new int[1];
        SimulatedRun run = new SimulatedRun(plan, sent -> {
            if (sent.message() instanceof Telemetry record) {
                Activity now = vehicles.get(record.vehicle()).activity();
                Activity last = before.put(record.vehicle(), now);
                waits[0] += now == Activity.WAITING && last != now ? 1 : 0;
            }
        });
        run.fleet().vehicles().forEach(vehicle -> vehicles.put(vehicle.traits().id(), vehicle));
        run.runToEnd();
        return waits[0];
    }

    private static FleetPlan plan(long seed, int vehicles, int vehiclesPerCharger, int hours) {
        FleetConfig config = Fleets.of(vehicles, vehiclesPerCharger);
        return new FleetPlan(WorldConfig.standard(), config, seed, hours * HOUR);
    }
}
