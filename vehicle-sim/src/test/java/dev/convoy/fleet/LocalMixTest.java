package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import dev.convoy.world.Corridor;
import dev.convoy.world.ElevationProfile;
import dev.convoy.world.WorldConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LocalMixTest {
    private static final List<VehicleModel> ROSTER = VehicleModels.all();
    private static final int VEHICLES = 4_000;

    @Test
    void aSmallAlphaGivesEachSectionItsOwnModelsAndALargeOneAllTheSame() {
        for (long seed = 1; seed <= 5; seed++) {
            assertTrue(largestShare(seed, 0.05) > 0.5, "seed " + seed);
            assertTrue(largestShare(seed, 1000) < 0.12, "seed " + seed);
        }
    }

    @Test
    void vehiclesAreSpreadEvenlyOverTheSections() {
        Map<Integer, Long> homes = IntStream.range(0, VEHICLES)
                .mapToObj(number -> LocalMix.home(3, "v-" + number, 4))
                .collect(Collectors.groupingBy(home -> home, Collectors.counting()));

        assertEquals(4, homes.size());
        homes.values().forEach(count -> assertEquals(VEHICLES / 4.0, count, 4 * Math.sqrt(VEHICLES * 0.25 * 0.75)));
    }

    @Test
    void whereSectionsAreNotJoinedATripBeginsWhereTheLastOneBegan() {
        Corridor parted = new Corridor(world(false, List.of(1.0)));
        Corridor joined = new Corridor(world(true, List.of(1.0)));

        for (int stop = 4; stop < 8; stop++) {
            assertEquals(4, parted.firstStopOfNextSection(stop));
            assertEquals(8, joined.firstStopOfNextSection(stop));
        }
    }

    @Test
    void reliefMakesSectionsFlatOrSteepByTurnsAndLeavesTheirEndsAsTheyAre() {
        ElevationProfile usual = new ElevationProfile(world(false, List.of(1.0)));
        ElevationProfile other = new ElevationProfile(world(false, List.of(2.0, 0.0)));

        double start = 200;
        for (int km = 15; km <= 585; km++) {
            assertEquals(2 * (usual.heightAt(km) - start), other.heightAt(km) - start, 1e-9);
            assertEquals(start, other.heightAt(600 + km), 1e-9);
            assertEquals(2 * (usual.heightAt(1200 + km) - start), other.heightAt(1200 + km) - start, 1e-9);
        }
        for (int border = 600; border < 2400; border += 600) {
            assertEquals(usual.heightAt(border), other.heightAt(border), 1e-9);
        }
        ElevationProfile steepest = new ElevationProfile(world(false, List.of(3.0, 0.0)));
        for (int km = 0; km < 2400; km++) {
            assertEquals(0, steepest.gradeAt(km, km + 1), 0.15, "km " + km);
        }
        assertThrows(IllegalArgumentException.class, () -> world(false, List.of(-1.0)));
        assertThrows(IllegalArgumentException.class, () -> world(false, List.of(1.0, 1.0, 1.0, 1.0, 1.0)));
    }

    /** Of a model at home in one section. */
    private static double largestShare(long seed, double alpha) {
        LocalMix mix = LocalMix.drawn(seed, 1, ROSTER, alpha);
        Map<VehicleModel, Long> counts = IntStream.range(0, VEHICLES)
                .mapToObj(i -> mix.model("v", (i + 0.5) / VEHICLES))
                .collect(Collectors.groupingBy(model -> model, Collectors.counting()));
        return (double) counts.values().stream().mapToLong(c -> c).max().orElseThrow() / VEHICLES;
    }

    private static WorldConfig world(boolean joined, List<Double> relief) {
        WorldConfig standard = WorldConfig.standard();
        return new WorldConfig(
                standard.lengthKm(),
                4,
                joined,
                standard.stationsKm(),
                standard.zonesKm(),
                standard.elevation(),
                relief,
                standard.start(),
                List.of());
    }
}
