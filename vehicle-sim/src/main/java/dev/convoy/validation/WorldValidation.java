package dev.convoy.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All figures of our world that others measured in theirs. */
public record WorldValidation(List<Check> checks) {
    public WorldValidation {
        checks = List.copyOf(checks);
    }

    /** @param seed of the first of the simulated fleets; the other figures have no chance in them */
    public static WorldValidation run(long seed) {
        List<Check> checks = new ArrayList<>(EpaChecks.all());
        checks.addAll(RangeChecks.all());
        checks.addAll(FleetChecks.all(seed));
        checks.addAll(StepChecks.all());
        return new WorldValidation(checks);
    }

    /** The first figure beyond its tolerance. */
    public Optional<Check> firstBeyond() {
        return checks.stream().filter(check -> !check.holds()).findFirst();
    }
}
