package dev.convoy.telemetry;

/**
 * One number of a telemetry record.
 *
 * @param low the lower end of its physical range, the same on every node; with {@code high} it fixes the scaling
 * @param decimals what is sent is rounded to this many decimals
 * @param feature whether learners see it
 */
public record Field(
        String name, String unit, double low, double high, int decimals, boolean feature, String description) {
    public Field {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("a field's name is lower-case letters, digits and '_': " + name);
        }
        if (!(low < high)) {
            throw new IllegalArgumentException(name + ": the range must not be empty: " + low + " to " + high);
        }
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException(name + ": decimals must be 0 to 9: " + decimals);
        }
    }

    /** The same field, seen by learners or not. */
    Field asFeature(boolean seen) {
        return new Field(name, unit, low, high, decimals, seen, description);
    }

    /** The value as it is sent: rounded to the field's decimals. */
    public double quantise(double value) {
        return Decimals.round(value, decimals);
    }

    /** The value on the scale learners see: -1 at the lower end, 1 at the upper, held to that range. */
    public float scale(double value) {
        double scaled = 2 * (value - low) / (high - low) - 1;
        return (float) Math.max(-1, Math.min(1, scaled));
    }
}
