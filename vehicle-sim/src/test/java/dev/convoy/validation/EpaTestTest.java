package dev.convoy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.vehicle.RoadLoad;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EpaTestTest {
    @Test
    void everyModelHasTheRoadLoadAndWeightOfItsTests() {
        for (EpaTest test : EpaTest.all()) {
            VehicleModel model = VehicleModels.named(test.model());
            RoadLoad ours = model.roadLoad();
            assertEquals(test.weightKg(), model.testMassKg(), 0.6, test.number());
            assertEquals(test.roadLoad().a(), ours.a(), 0.06, test.number());
            assertEquals(test.roadLoad().b(), ours.b(), 0.0006, test.number());
            assertEquals(test.roadLoad().c(), ours.c(), 0.00006, test.number());
        }
    }

    @Test
    void everyModelWasTestedOnBothCycles() {
        for (VehicleModel model : VehicleModels.all()) {
            Set<String> cycles = EpaTest.all().stream()
                    .filter(test -> test.model().equals(model.name()))
                    .map(EpaTest::cycle)
                    .collect(Collectors.toSet());
            assertEquals(Set.of("udds", "hwfet"), cycles, model.name());
        }
    }

    @Test
    void theThreeUnitsOfTheEpaComeToTheSame() {
        assertEquals(11.30, wall("NTSL10071574"), 0.01, "miles per gallon equivalent");
        assertEquals(11.36, wall("NGMX10068599"), 0.01, "those of the label");
        assertEquals(10.94, wall("NHYX10071445"), 0.01, "kWh per 100 miles");
    }

    private static double wall(String number) {
        List<EpaTest> found = EpaTest.all().stream()
                .filter(test -> test.number().equals(number))
                .toList();
        return found.get(0).wallKwhPer100Km();
    }
}
