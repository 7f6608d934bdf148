package dev.convoy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDriveTest {
    private static final Path WLTC = Path.of("../../shared/data/cycles/wltc_3b.csv");
    private static final VehicleModel LEAF = VehicleModels.named("Nissan Leaf 40");

    /** Computed before and apart from this code, from the same road loads. */
    @ParameterizedTest
    @CsvSource({
        "Tesla Model 3 RWD, 11.0, 11.8, 15.4",
        "Chevrolet Bolt, 10.6, 13.0, 17.5",
        "Nissan Leaf e+, 11.4, 14.1, 18.9",
        "VW ID.4 Pro, 10.5, 12.1, 16.5",
        "Audi e-tron 55, 13.9, 15.6, 20.8",
        "Porsche Taycan 4S+, 14.3, 15.0, 19.3"
    })
    void theCyclesTakeWhatAnotherProgramFound(String name, double city, double highway, double fast) {
        TestDrive drive = TestDrive.unconditioned(VehicleModels.named(name), 20);

        assertEquals(city, drive.consumption(DriveCycle.udds()), 0.02 * city);
        assertEquals(highway, drive.consumption(DriveCycle.hwfet()), 0.02 * highway);
        assertEquals(fast, drive.consumption(DriveCycle.us06()), 0.02 * fast);
    }

    /** The worldwide cycle is the United Nations' text and not shipped. */
    @ParameterizedTest
    @CsvSource({"Tesla Model 3 RWD, 12.9", "VW ID.4 Pro, 13.2", "Nissan Leaf e+, 15.0", "Porsche Taycan 4S+, 16.3"})
    void theWorldwideCycleToo(String name, double kwhPer100Km) throws IOException {
        assumeTrue(Files.exists(WLTC));
        double[] speeds = Files.readAllLines(WLTC).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .toArray();
        TestDrive drive = TestDrive.unconditioned(VehicleModels.named(name), 20);

        assertEquals(kwhPer100Km, drive.consumption(DriveCycle.of("WLTC", speeds)), 0.02 * kwhPer100Km);
    }

    @Test
    void theWayOnOneChargeTakesWhatTheBatteryHolds() {
        TestDrive drive = TestDrive.unconditioned(LEAF, 23);
        double km = drive.rangeKm(List.of(DriveCycle.hwfet()));

        assertEquals(38.0, km * drive.consumption(DriveCycle.hwfet()) / 100, 0.6);
    }

    @Test
    void theColderTheShorterTheRange() {
        List<DriveCycle> cycles = List.of(DriveCycle.udds(), DriveCycle.hwfet());
        double before = TestDrive.onRoad(LEAF, 21).rangeKm(cycles);
        for (double airC = 11; airC >= -19; airC -= 10) {
            double km = TestDrive.onRoad(LEAF, airC).rangeKm(cycles);
            assertTrue(km < before, "at " + airC + ": " + km + " km");
            before = km;
        }
    }

    @Test
    void inMinutesEveryCarTakesAboutWhatItTakesInSeconds() {
        for (VehicleModel model : VehicleModels.all()) {
            for (DriveCycle cycle : List.of(DriveCycle.udds(), DriveCycle.hwfet(), DriveCycle.us06())) {
                double seconds = TestDrive.unconditioned(model, 20).consumption(cycle);
                for (int interval : new int[] {20, 60, 120}) {
                    assertEquals(
                            seconds,
                            Segments.consumption(model, cycle, interval, 20),
                            0.12 * seconds,
                            model + " on " + cycle.name() + " in steps of " + interval + " s");
                }
            }
        }
    }

    @Test
    void theStopsOfTheCityCycleAreNearlyThoseThatItsSecondsHave() {
        DriveCycle udds = DriveCycle.udds();
        double perKm = Segments.conditions(udds, 0, udds.seconds(), 20).stopsPerKm();

        assertEquals(17 / udds.kilometres(), perKm, 0.4);
    }
}
