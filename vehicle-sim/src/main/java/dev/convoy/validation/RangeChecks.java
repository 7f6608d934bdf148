package dev.convoy.validation;

import dev.convoy.validation.Check.Subject;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import java.util.List;
import java.util.function.Predicate;

/** The range in cold and heat as a share of that in mild air, as a mean over models. */
final class RangeChecks {
    /**
     * AAA drove five models in 2019 (0.59 at -6.7 degrees, 0.83 at 35) and others later (0.61, 0.915); the targets are
     * the means. Single models differ by some 0.08, which leaves 0.04 of a mean over five. In the heat the two tests
     * differ by 0.085: no target can be closer than half of it to both.
     */
    private static final double AAA_COLD = 0.60;

    private static final double AAA_COLD_TOLERANCE = 0.04;
    private static final double AAA_HOT = 0.873;
    private static final double AAA_HOT_TOLERANCE = 0.05;

    /**
     * Fleets on the road do not tell how warm their drivers like it, how fast they drive, or who preheats from the wall
     * or parks inside. In this model two degrees in the cabin and 6 km/h in mean speed are worth 0.03 of the range each, and
     * heating a cold cabin from the wall would be as much; in quadrature that is 0.05. Geotab's share is of the rated
     * range, taken here for that in mild air.
     */
    private static final double FLEET_TOLERANCE = 0.05;

    private static final String AAA = "AAA 2019 and later";
    private static final String RECURRENT = "Recurrent, 18,000 cars";
    private static final String GEOTAB = "Geotab, 4,200 cars";

    /** AAA weighs city and highway about equally. */
    private static final List<DriveCycle> BENCH = List.of(DriveCycle.udds(), DriveCycle.hwfet());
    /** With US06, which the EPA added because drivers are faster than the two; 54 km/h on average. */
    private static final List<DriveCycle> ROADS = List.of(DriveCycle.udds(), DriveCycle.hwfet(), DriveCycle.us06());

    /** AAA's mild test at 75 degrees Fahrenheit, heating and cooling off. */
    private static final double BENCH_MILD_C = 24;
    /** Both fleets find their best range here; drivers use heating and cooling as they do. */
    private static final double ROAD_MILD_C = 21;

    private RangeChecks() {}

    static List<Check> all() {
        return List.of(
                onRoad("at 0 °C with heat pump", 0, VehicleModel::heatPump, 0.83, RECURRENT),
                onRoad("at 0 °C with resistor", 0, model -> !model.heatPump(), 0.75, RECURRENT),
                onRoad("at 0 °C", 0, model -> true, 0.80, RECURRENT),
                onBench("at -7 °C", -6.7, AAA_COLD, AAA_COLD_TOLERANCE),
                onRoad("at -15 °C", -15, model -> true, 0.54, GEOTAB),
                onBench("at 35 °C", 35, AAA_HOT, AAA_HOT_TOLERANCE));
    }

    private static Check onRoad(
            String name, double airC, Predicate<VehicleModel> which, double outside, String source) {
        double share = VehicleModels.all().stream()
                .filter(which)
                .mapToDouble(model -> TestDrive.onRoad(model, airC).rangeKm(ROADS)
                        / TestDrive.onRoad(model, ROAD_MILD_C).rangeKm(ROADS))
                .average()
                .orElseThrow();
        return new Check(Subject.RANGE, name, share, outside, FLEET_TOLERANCE, "", source);
    }

    private static Check onBench(String name, double airC, double outside, double tolerance) {
        double share = VehicleModels.all().stream()
                .mapToDouble(model -> TestDrive.conditioned(model, airC).rangeKm(BENCH)
                        / TestDrive.unconditioned(model, BENCH_MILD_C).rangeKm(BENCH))
                .average()
                .orElseThrow();
        return new Check(Subject.RANGE, name, share, outside, tolerance, "", AAA);
    }
}
