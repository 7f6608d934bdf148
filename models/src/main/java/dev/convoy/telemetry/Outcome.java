package dev.convoy.telemetry;

import java.util.OptionalInt;

/**
 * What became of a leg: the delayed label of all its records.
 *
 * @param label the class; empty where it will never be known because the vehicle left the road
 * @param decidedAtMs run time at which the vehicle passed the decision point; predictions before it count as decisions
 * @param energyKwh what the leg after the station really took; 0 where the label is empty
 * @param timeMs run time at which it became known
 */
public record Outcome(String vehicle, long leg, OptionalInt label, long decidedAtMs, double energyKwh, long timeMs)
        implements FleetMessage {
    public Outcome {
        if (leg < 1) {
            throw new IllegalArgumentException("legs count from 1: " + leg);
        }
        if (!Double.isFinite(energyKwh)) {
            throw new IllegalArgumentException("energy must be finite: " + energyKwh);
        }
    }
}
