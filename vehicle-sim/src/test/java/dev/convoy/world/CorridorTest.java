package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CorridorTest {
    private final Corridor corridor = new Corridor(WorldConfig.standard());

    @Test
    void theEndOfAZoneBelongsToTheNextOne() {
        assertEquals(0, corridor.zoneAt(0));
        assertEquals(0, corridor.zoneAt(149.999));
        assertEquals(1, corridor.zoneAt(150));
        assertEquals(2, corridor.zoneAt(419));
        assertEquals(3, corridor.zoneAt(420));
    }

    @Test
    void theEndOfTheRoadBelongsToTheLastZone() {
        assertEquals(3, corridor.zoneAt(600));
    }

    @Test
    void afterTheLastStationComesTheDestination() {
        int stop = corridor.stopAfter(460);

        assertFalse(corridor.isStation(stop));
        assertEquals(600, corridor.stopKm(stop));
    }

    @Test
    void aStationOneStandsAtIsNoLongerAhead() {
        assertEquals(0, corridor.stopAfter(149.9));
        assertEquals(1, corridor.stopAfter(150));
        assertTrue(corridor.isStation(1));
    }

    @Test
    void theLongestLegIsBetweenTheSecondAndTheThirdStation() {
        assertEquals(190, corridor.longestLegKm());
        assertEquals(120, corridor.legAfterKm(0));
        assertEquals(140, corridor.legAfterKm(2));
    }

    @Test
    void noGradeIsSteeperThanATrunkRoad() {
        ElevationProfile elevation = new ElevationProfile(WorldConfig.standard());

        for (double km = 0; km < 599; km += 0.5) {
            assertTrue(Math.abs(elevation.gradeAt(km, km + 1)) < 0.04, "grade at " + km);
        }
    }
}
