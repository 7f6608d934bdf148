package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final long HOUR = 3_600_000;
    private static final Duration AT = Duration.ofHours(10);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    void aPermanentChangeGrowsOverItsWidthAndStays() {
        Course course = Course.permanent(AT, TWO_HOURS);

        assertEquals(0, course.share(10 * HOUR - 1));
        assertEquals(0.5, course.share(11 * HOUR));
        assertEquals(1, course.share(12 * HOUR));
        assertEquals(1, course.share(1_000 * HOUR));
        assertEquals(Duration.ofHours(12), course.end());
    }

    @Test
    void anAbruptChangeIsThereAtItsOnset() {
        assertEquals(0, Course.permanent(AT, Duration.ZERO).share(10 * HOUR - 1));
        assertEquals(1, Course.permanent(AT, Duration.ZERO).share(10 * HOUR));
    }

    @Test
    void aPassingChangeEndsAsItBeganAndComesBack() {
        Course course = new Course(
                AT, Duration.ofHours(1), Optional.of(Duration.ofHours(4)), Optional.of(Duration.ofHours(24)));

        for (long day = 0; day < 3; day++) {
            long onset = (10 + 24 * day) * HOUR;
            assertEquals(0, course.share(onset - 1));
            assertEquals(0.5, course.share(onset + HOUR / 2));
            assertEquals(1, course.share(onset + 2 * HOUR));
            assertEquals(0.5, course.share(onset + 7 * HOUR / 2), 1e-6);
            assertEquals(0, course.share(onset + 4 * HOUR));
        }
    }

    @Test
    void whatNeverEndsCannotComeBack() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Course(AT, Duration.ZERO, Optional.empty(), Optional.of(Duration.ofHours(24))));

        assertTrue(refusal.getMessage().contains("every"), refusal.getMessage());
    }

    @Test
    void everyKindHasAWordOfItsOwnAndALabel() {
        Set<String> words = new HashSet<>();
        for (Drift drift : DriftKinds.standard()) {
            String kebab = drift.getClass()
                    .getSimpleName()
                    .replaceAll("(?<!^)([A-Z])", "-$1")
                    .toLowerCase(java.util.Locale.ROOT);
            assertEquals(kebab, drift.word());
            assertTrue(words.add(drift.word()));
            assertFalse(drift.label().isBlank(), drift.word());
            assertTrue(drift.end(600).compareTo(drift.onset()) >= 0, drift.word());
        }
        assertEquals(Drift.class.getPermittedSubclasses().length, words.size());
    }

    @Test
    void noKindHasAnEffectBeforeItsOnset() {
        for (Drift drift : DriftKinds.standard()) {
            long before = drift.onset().toMillis() - 1;
            for (double km = 0; km <= 600; km += 5) {
                assertEquals(0, drift.temperatureShift(km, before), 1e-12, drift.word());
                assertEquals(0, drift.headWindShift(km, before), 1e-12, drift.word());
                assertEquals(0, drift.precipitationShift(km, before), 1e-12, drift.word());
                assertEquals(0, drift.congestionShift(km, before), 1e-12, drift.word());
                assertEquals(Double.POSITIVE_INFINITY, drift.speedLimitKmh(km, before), drift.word());
            }
            for (double lot = 0; lot < 1; lot += 0.05) {
                assertEquals(1, drift.consumptionFactor(lot, before), drift.word());
                assertEquals(1, drift.rollingFactor(lot, before), drift.word());
                assertEquals(0, drift.reserveShift(lot, before), 1e-12, drift.word());
                assertEquals(1, drift.capacityFactor(lot, before), drift.word());
                assertEquals(0, drift.shownChargeShift(lot, before), 1e-12, drift.word());
                assertTrue(drift.thermometerStuckSince(lot, before).isEmpty(), drift.word());
            }
            for (int station = 0; station < 3; station++) {
                assertFalse(drift.closes(station, before), drift.word());
            }
            assertEquals(1, drift.frequency(40, before), drift.word());
        }
    }

    @Test
    void aDriftConfinedToANodeShowsInItsZoneOnly() {
        Season season = new Season(Duration.ZERO, Duration.ZERO, 9, Optional.of(new NodeId(2)));
        Drifts drifts = Drifts.of(List.of(season), corridor());

        assertEquals(0, drifts.temperatureShift(149.9, HOUR));
        assertEquals(-9, drifts.temperatureShift(150, HOUR));
        assertEquals(-9, drifts.temperatureShift(279.9, HOUR));
        assertEquals(0, drifts.temperatureShift(280, HOUR));
        assertEquals(List.of(new NodeId(2)), season.nodes(corridor()));
    }

    @Test
    void severalDriftsAddUp() {
        Season season = new Season(Duration.ZERO, Duration.ZERO, 9, Optional.empty());
        ColdFront front = new ColdFront(Duration.ZERO, 5, Duration.ofMillis(1), 200, 0, 0);
        Drifts drifts = Drifts.of(List.of(season, front), corridor());

        assertEquals(-14, drifts.temperatureShift(0, HOUR), 1e-9);
    }

    @Test
    void anIncidentShowsAtTheNodesOfItsPlaceAndEndsAtOnce() {
        Incident incident = new Incident(AT, TWO_HOURS, Optional.empty(), 270, 290, 0.5);

        assertEquals(List.of(new NodeId(2), new NodeId(3)), incident.nodes(corridor()));
        assertEquals(0.5, incident.congestionShift(280, 11 * HOUR));
        assertEquals(0, incident.congestionShift(291, 11 * HOUR));
        assertEquals(0, incident.congestionShift(280, 12 * HOUR));
    }

    @Test
    void afterAnOutageTheNextStationCounts() {
        Corridor corridor = corridor();
        Outage outage = new Outage(AT, TWO_HOURS, Optional.empty(), 2);
        Stations stations = new Stations(corridor, Drifts.of(List.of(outage), corridor));

        assertEquals(1, stations.openAfter(0, 10 * HOUR - 1));
        assertEquals(2, stations.openAfter(0, 11 * HOUR));
        assertEquals(1, stations.openAfter(0, 12 * HOUR));
        assertFalse(stations.isOpen(1, 11 * HOUR));
        assertTrue(stations.isOpen(3, 11 * HOUR), "the end of the road is always open");
    }

    @Test
    void halfOfTheFailingSensorsShowTooMuchAndHalfTooLittle() {
        SensorBias bias = new SensorBias(AT, Duration.ZERO, 0.4, 0.03, true, Optional.empty());
        int high = 0;
        int low = 0;
        for (int i = 0; i < 10_000; i++) {
            double shift = bias.shownChargeShift(i / 10_000.0, 11 * HOUR);
            high += shift > 0 ? 1 : 0;
            low += shift < 0 ? 1 : 0;
        }

        assertEquals(2_000, high, 100);
        assertEquals(2_000, low, 100);
        assertEquals(10 * HOUR, bias.thermometerStuckSince(0.39, 11 * HOUR).getAsLong());
        assertTrue(bias.thermometerStuckSince(0.41, 11 * HOUR).isEmpty());
    }

    @Test
    void aRollOutReachesOneVehicleAfterTheOther() {
        SoftwareUpdate update = new SoftwareUpdate(AT, TWO_HOURS, 0.04, 0.03);

        assertEquals(0.96, update.consumptionFactor(0.49, 11 * HOUR));
        assertEquals(1, update.consumptionFactor(0.51, 11 * HOUR));
        assertEquals(0.03, update.reserveShift(0.99, 12 * HOUR));
    }

    @Test
    void anOutageOfAStationThatIsNotThereIsRefused() {
        WorldConfig standard = WorldConfig.standard();
        Outage outage = new Outage(AT, TWO_HOURS, Optional.empty(), 4);

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> standard.withDrift(standard.start(), List.of(outage)));

        assertTrue(refusal.getMessage().contains("station 4"), refusal.getMessage());
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tyres(AT, TWO_HOURS, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Ageing(AT, TWO_HOURS, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Incident(AT, TWO_HOURS, Optional.empty(), Double.NaN, 100, 0.5));
    }

    private static Corridor corridor() {
        return new Corridor(WorldConfig.standard());
    }
}
