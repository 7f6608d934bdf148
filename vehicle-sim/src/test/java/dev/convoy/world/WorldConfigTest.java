package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldConfigTest {
    private static final LocalDateTime START = LocalDateTime.of(2023, 1, 10, 6, 0);

    @Test
    void theStandardRoadIsThatOfTheStudy() {
        WorldConfig standard = WorldConfig.standard();

        assertEquals(600, standard.lengthKm());
        assertEquals(List.of(Station.at(150), Station.at(270), Station.at(460)), standard.stationsKm());
        assertEquals(List.of(150.0, 280.0, 420.0, 600.0), standard.zonesKm());
    }

    @Test
    void stationsThatDoNotAscendAreRefused() {
        assertRefused("[270.0, 150.0]", 600, List.of(270.0, 150.0), List.of(600.0));
    }

    @Test
    void aStationTooNearToTheEndIsRefused() {
        assertRefused("595.0", 600, List.of(595.0), List.of(600.0));
    }

    @Test
    void zonesThatDoNotReachTheEndAreRefused() {
        assertRefused("600.0", 600, List.of(150.0), List.of(150.0, 500.0));
    }

    @Test
    void aLengthThatIsNoNumberIsRefused() {
        assertRefused("NaN", Double.NaN, List.of(150.0), List.of(600.0));
    }

    @Test
    void equalZonesEndWhereTheRoadDoes() {
        WorldConfig standard = WorldConfig.standard();
        assertEquals(
                List.of(150.0, 300.0, 450.0, 600.0), standard.withEqualZones(4).zonesKm());
        assertEquals(600, standard.withEqualZones(7).zonesKm().get(6));
    }

    private static void assertRefused(String value, double lengthKm, List<Double> stations, List<Double> zones) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new WorldConfig(
                        lengthKm,
                        1,
                        true,
                        stations.stream().map(Station::at).toList(),
                        zones,
                        List.of(),
                        List.of(1.0),
                        START,
                        List.of()));
        assertTrue(refusal.getMessage().contains(value), refusal.getMessage());
    }
}
