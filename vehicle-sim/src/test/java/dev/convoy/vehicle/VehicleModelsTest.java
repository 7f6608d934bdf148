package dev.convoy.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleModelsTest {
    @Test
    void thereAreSixteenWithDifferentNames() {
        Set<String> names = new HashSet<>();
        VehicleModels.all().forEach(model -> names.add(model.name()));

        assertEquals(16, VehicleModels.all().size());
        assertEquals(16, names.size());
    }

    @ParameterizedTest
    @CsvSource({
        "Tesla Model 3 RWD, 149",
        "Tesla Model 3 LR AWD, 195",
        "Tesla Model Y LR, 246",
        "Chevrolet Bolt, 55",
        "Nissan Leaf 40, 45",
        "Nissan Leaf e+, 100",
        "Hyundai Kona 64, 77",
        "Hyundai Ioniq 5 RWD LR, 232",
        "Kia EV6 RWD LR, 250",
        "VW ID.4 Pro, 125",
        "Ford Mach-E RWD, 148",
        "Audi Q4 50, 125",
        "Mini Cooper SE, 50",
        "Polestar 2 SM, 150",
        "Audi e-tron 55, 155",
        "Porsche Taycan 4S+, 270"
    })
    void eachChargingCurvePeaksAtTheStatedPower(String name, double kilowatts) {
        assertEquals(kilowatts, VehicleModels.named(name).fastCharging().highest(), 1e-9);
    }

    @Test
    void everyCarResistsAtEverySpeedAndMoreTheFasterItIs() {
        for (VehicleModel model : VehicleModels.all()) {
            double before = 0;
            for (double kmh = 30; kmh <= 150; kmh += 10) {
                double newtons = new EnergyModel(model).wheelNewtons(Load.TEST, Conditions.steady(kmh / 3.6, 20));
                assertTrue(newtons > before, model + " at " + kmh);
                before = newtons;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Model D, 50, 0.13", "Model Z, 38, 0.09", "Model S, 35, 0.19"})
    void aCarOfTheStudyTakesAtNinetyWhatTheStudySays(String name, double kwh, double kwhPerKm) {
        VehicleModel car = VehicleModels.named(name);
        double watts =
                new EnergyModel(car).batteryWatts(Load.testUnconditioned(20), Conditions.steady(25, 20), 0.5, 20);

        assertEquals(kwh, car.usableKwh());
        assertEquals(kwhPerKm, watts / 90_000, 1e-6);
    }

    @Test
    void theStudyHadThirteenCars() {
        List<String> names = VehicleModels.ofStudy().stream()
                .map(VehicleModel::name)
                .distinct()
                .toList();

        assertEquals(13, names.size());
        names.forEach(name -> assertEquals(name, VehicleModels.named(name).name()));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> VehicleModels.named("Model Q"));

        assertTrue(refusal.getMessage().contains("Model Q"));
        assertTrue(refusal.getMessage().contains("Nissan Leaf 40"));
    }

    @Test
    void aCurveIsLinearBetweenItsPointsAndConstantBeyondThem() {
        Curve curve = Curve.through(0, 10, 10, 20, 20, 0);

        assertEquals(15, curve.at(5));
        assertEquals(20, curve.at(10));
        assertEquals(10, curve.at(-3));
        assertEquals(0, curve.at(99));
        assertEquals(10, curve.scaledBy(0.5).at(10));
    }

    @Test
    void aCurveThatDoesNotAscendIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Curve.through(0, 1, 0, 2));
    }
}
