package dev.convoy.telemetry;

/**
 * One record of one vehicle.
 *
 * @param model the vehicle's model, for slices of the scores
 * @param sequence counts the vehicle's records, from 1
 * @param leg the decision it belongs to; 0 where there is none
 * @param timeMs run time of the measurement
 */
public record Telemetry(
        String vehicle, String model, long sequence, long leg, Phase phase, long timeMs, FieldValues values)
        implements FleetMessage {
    public Telemetry {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence counts from 1: " + sequence);
        }
        if (phase.labelled() != (leg > 0)) {
            throw new IllegalArgumentException(
                    "a record has a leg if it is on its way to a station: " + phase + ", leg " + leg);
        }
    }
}
