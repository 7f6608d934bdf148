package dev.convoy.validation;

import dev.convoy.validation.Check.Subject;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import java.util.ArrayList;
import java.util.List;

/** What the sixteen models take on the EPA's cycles, from the wall. */
final class EpaChecks {
    /** The EPA's hall is kept at 20 to 30 degrees. */
    private static final double HALL_C = 23;

    /**
     * The battery gives this share of what the charger takes from the wall. It is the mean, over these models, of what
     * another program computed from their road loads over what the EPA measured; so our mean says that both programs
     * agree, and that it lies among the 0.86 to 0.92 of chargers says that the physics has no gap.
     */
    private static final double BATTERY_OVER_WALL = 0.888;

    /**
     * The standard deviation of that share among models: their chargers, gears and motors differ, and one set of maps
     * stands for all. Cars with two large induction motors (Audi e-tron, Porsche Taycan) lose most.
     */
    private static final double AMONG_MODELS = 0.09;

    /** Of 32 figures at two and a half deviations, a normal spread leaves none outside in two of three samples. */
    private static final double DEVIATIONS = 2.5;

    private static final String SOURCE = "EPA test car data 2022, unadjusted";

    private EpaChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>(cycle(Subject.CITY, DriveCycle.udds()));
        checks.addAll(cycle(Subject.HIGHWAY, DriveCycle.hwfet()));
        List<Double> shares =
                checks.stream().map(check -> BATTERY_OVER_WALL * check.ratio()).toList();
        double mean = mean(shares);
        double deviation = Math.sqrt(mean(
                shares.stream().map(share -> (share - mean) * (share - mean)).toList()));
        // two standard errors; a model's two figures are nearly one
        int models = VehicleModels.all().size();
        checks.add(wall("mean", mean, BATTERY_OVER_WALL, 2 * AMONG_MODELS / Math.sqrt(models)));
        checks.add(wall("deviation among models", deviation, AMONG_MODELS, 2 * AMONG_MODELS / Math.sqrt(2 * models)));
        return checks;
    }

    private static List<Check> cycle(Subject subject, DriveCycle cycle) {
        return VehicleModels.all().stream()
                .map(model -> {
                    double ours = TestDrive.unconditioned(model, HALL_C).consumption(cycle) / BATTERY_OVER_WALL;
                    double outside = measured(model, cycle);
                    double tolerance = DEVIATIONS * AMONG_MODELS / BATTERY_OVER_WALL * outside;
                    return new Check(subject, model.name(), ours, outside, tolerance, "kWh/100 km", SOURCE);
                })
                .toList();
    }

    private static double measured(VehicleModel model, DriveCycle cycle) {
        return mean(EpaTest.all().stream()
                .filter(test ->
                        test.model().equals(model.name()) && test.cycle().equalsIgnoreCase(cycle.name()))
                .map(EpaTest::wallKwhPer100Km)
                .toList());
    }

    private static Check wall(String name, double ours, double outside, double tolerance) {
        return new Check(Subject.WALL, name, ours, outside, tolerance, "", SOURCE);
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).average().orElseThrow();
    }
}
