package dev.convoy.prediction;

import java.util.OptionalInt;

/** What the four baselines say for one record; empty where one has nothing to go by yet. */
public record Baselines(OptionalInt majority, OptionalInt noChange, OptionalInt lastOfVehicle, OptionalInt rule) {
    public static final Baselines NONE =
            new Baselines(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
