package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import dev.convoy.world.Corridor;
import dev.convoy.world.Station;
import dev.convoy.world.WorldConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetConfigTest {
    @Test
    void theStandardFleetHas104VehiclesThatReportEveryMinute() {
        FleetConfig standard = FleetConfig.standard();

        assertEquals(104, standard.vehicles());
        assertEquals(Duration.ofMinutes(1), standard.telemetryEvery());
        assertEquals(LabelKind.REACHABILITY, standard.label());
    }

    @Test
    void aReserveThatIsNoNumberIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Fleets.of(1, LabelKind.REACHABILITY, Double.NaN, 20));

        assertTrue(refusal.getMessage().contains("reserve"), refusal.getMessage());
    }

    @Test
    void carsThatCannotMakeTheLongestLegInFrostStayAtHome() {
        List<String> names = Roster.of(VehicleModels.all(), new Corridor(WorldConfig.standard()), 0.1).stream()
                .map(VehicleModel::name)
                .toList();

        assertFalse(names.contains("Mini Cooper SE"), names.toString());
        assertFalse(names.contains("Nissan Leaf 40"), names.toString());
        assertTrue(names.contains("VW ID.4 Pro"), names.toString());
        assertTrue(names.size() >= 10, names.toString());
    }

    @Test
    void aRoadThatNoCarCanTravelIsRefused() {
        WorldConfig standard = WorldConfig.standard();
        WorldConfig desert = new WorldConfig(
                900,
                1,
                true,
                List.of(Station.at(50)),
                List.of(900.0),
                List.of(),
                List.of(1.0),
                standard.start(),
                standard.drift());

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Roster.of(VehicleModels.all(), new Corridor(desert), 0.1));

        assertTrue(refusal.getMessage().contains("850.0"), refusal.getMessage());
    }
}
