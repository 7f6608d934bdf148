package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final WorldConfig STANDARD = WorldConfig.standard();

    private final Corridor corridor = new Corridor(sections(3, List.of()));

    @Test
    void eachSectionHasItsStationsZonesAndEnd() {
        assertEquals(1800, corridor.lengthKm());
        assertEquals(9, corridor.stationCount());
        assertEquals(12, corridor.zones());
        for (int section = 0; section < 3; section++) {
            int first = 4 * section;
            assertEquals(600 * section + 150, corridor.stopKm(first));
            assertEquals(600 * section + 460, corridor.stopKm(first + 2));
            assertEquals(3 * section + 2, corridor.stationAt(first + 2));
            assertFalse(corridor.isStation(first + 3));
            assertEquals(600 * section + 600, corridor.stopKm(first + 3));
            assertEquals(4 * section + 1, corridor.zoneAt(600 * section + 200));
            assertEquals(600 * section, corridor.sectionStartKm(first + 3));
            assertEquals(600 * section + 600, corridor.sectionEndKm(600 * section + 1));
        }
    }

    @Test
    void theEndOfASectionBelongsToItAndTripsGoOnFromThere() {
        assertEquals(3, corridor.stopAfter(600));
        assertEquals(4, corridor.stopAfter(600.001));
        assertEquals(4, corridor.firstStopOfNextSection(3));
        assertEquals(0, corridor.firstStopOfNextSection(11));
        assertEquals(11, corridor.stopAfter(1800));
    }

    @Test
    void aSingleSectionIsTheRoadItAlwaysWas() {
        Corridor single = new Corridor(STANDARD);
        for (int stop = 0; stop < 4; stop++) {
            assertEquals(single.stopKm(stop), corridor.stopKm(stop));
        }
        assertEquals(single.longestLegKm(), corridor.longestLegKm());
        assertEquals(0, single.firstStopOfNextSection(3));
    }

    @Test
    void givenHeightsAreStraightBetweenTheirPlacesAndRepeatInEverySection() {
        List<Height> heights = List.of(new Height(0, 100), new Height(100, 300), new Height(200, 100));
        ElevationProfile elevation = new ElevationProfile(sections(2, heights));

        assertEquals(200, elevation.heightAt(50), 1e-9);
        assertEquals(200, elevation.heightAt(150), 1e-9);
        assertEquals(100, elevation.heightAt(400), 1e-9);
        assertEquals(200, elevation.heightAt(650), 1e-9);
        assertEquals(0.002, elevation.gradeAt(40, 60), 1e-12);
        assertEquals(100, new ElevationProfile(sections(1, List.of(new Height(30, 100)))).heightAt(10), 1e-9);
    }

    @Test
    void heightsThatNoRoadHasAreRefused() {
        assertRefused("steeper", 1, List.of(new Height(0, 0), new Height(1, 200)));
        assertRefused("ascend", 1, List.of(new Height(5, 0), new Height(5, 0)));
        assertRefused("601.0", 1, List.of(new Height(601, 0)));
        assertRefused("as high as it begins", 2, List.of(new Height(0, 0), new Height(600, 10)));
        assertThrows(IllegalArgumentException.class, () -> new Height(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Height(0, Double.NaN));
    }

    @Test
    void aStationIsWrittenAsItsPlaceWhereThatSaysAll() {
        assertEquals("150", Station.at(150).toString());
        assertEquals(Station.at(150.5), Station.parse(Station.at(150.5).toString()));
        String other = new Station(150, Optional.of(50.0), Optional.of(2)).toString();
        assertThrows(IllegalArgumentException.class, () -> Station.parse(other));
        assertThrows(IllegalArgumentException.class, () -> Station.at(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Station(1, Optional.of(0.0), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Station(1, Optional.empty(), Optional.of(0)));
    }

    private static WorldConfig sections(int count, List<Height> elevation) {
        return new WorldConfig(
                STANDARD.lengthKm(),
                count,
                true,
                STANDARD.stationsKm(),
                STANDARD.zonesKm(),
                elevation,
                STANDARD.relief(),
                STANDARD.start(),
                STANDARD.drift());
    }

    private static void assertRefused(String word, int sections, List<Height> elevation) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> sections(sections, elevation));
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }
}
