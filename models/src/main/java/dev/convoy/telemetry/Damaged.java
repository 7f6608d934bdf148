package dev.convoy.telemetry;

/**
 * What is left of a record that was corrupted on its way: enough to count it, nothing to predict from. It stands for
 * bytes whose checksum is wrong.
 *
 * @param sequence the record's
 * @param timeMs run time of the measurement
 */
public record Damaged(String vehicle, long sequence, long timeMs) implements FleetMessage {
    public Damaged {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence counts from 1: " + sequence);
        }
    }

    @Override
    public long leg() {
        return 0;
    }
}
