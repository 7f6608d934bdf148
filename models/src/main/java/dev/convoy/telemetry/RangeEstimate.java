package dev.convoy.telemetry;

import java.util.OptionalDouble;

/** The rule a vehicle's own display follows: what charge it expects to have left where the label looks. */
public interface RangeEstimate {
    /**
     * Expected state of charge at the end of the leg after the next station, if it does not charge there, minus the
     * reserve: a fraction of capacity, negative where it should charge; empty where there is no station ahead.
     */
    OptionalDouble margin(FieldValues values);
}
