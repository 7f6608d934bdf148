package dev.convoy.validation;

import dev.convoy.validation.Check.Subject;
import dev.convoy.vehicle.VehicleModels;
import java.util.List;
import java.util.stream.Stream;

/** One physics step for each telemetry interval against one a second, over the same cycles. */
final class StepChecks {
    private static final int INTERVAL_S = 60;
    private static final double HALL_C = 20;

    /**
     * A minute's mean speed and stops do not tell how they follow one another. On cycles that change between town and
     * highway within a minute this costs some per cent, less than drivers differ; it is no bias of one sign.
     */
    private static final double TOLERANCE = 0.08;

    private StepChecks() {}

    static List<Check> all() {
        return Stream.of(DriveCycle.udds(), DriveCycle.hwfet(), DriveCycle.us06())
                .map(StepChecks::check)
                .toList();
    }

    private static Check check(DriveCycle cycle) {
        double ratio = VehicleModels.all().stream()
                .mapToDouble(model -> Segments.consumption(model, cycle, INTERVAL_S, HALL_C)
                        / TestDrive.unconditioned(model, HALL_C).consumption(cycle))
                .average()
                .orElseThrow();
        return new Check(
                Subject.STEPS, cycle.name() + " in minutes over seconds", ratio, 1, TOLERANCE, "", "our own seconds");
    }
}
