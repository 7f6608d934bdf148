package dev.convoy.telemetry;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The fields of an electric vehicle's telemetry: what a vehicle can measure or know from its map. The order is the
 * schema's.
 */
public enum VehicleField {
    STATE_OF_CHARGE("fraction", 0, 1, 2, true, "charge over usable capacity, as the display shows it"),
    CAPACITY_KWH("kWh", 20, 110, 1, true, "nominal usable capacity of the battery"),
    TEMPERATURE_C("degC", -25, 45, 1, true, "outside temperature, measured"),
    BATTERY_TEMPERATURE_C("degC", -25, 50, 1, true, "battery temperature, measured"),
    CONSUMPTION_KWH_PER_100KM("kWh/100 km", 5, 45, 2, true, "running mean of the consumption"),
    STATION_DISTANCE_KM("km", 0, 200, 2, true, "distance to the next station"),
    NEXT_LEG_KM("km", 0, 200, 2, true, "distance from that station to the one after it, or to the destination"),
    CLIMB_M("m", -1000, 1000, 0, true, "elevation at the end of that leg minus elevation here"),
    HEAD_WIND_MPS("m/s", -20, 20, 1, true, "head wind at the vehicle, from the weather service"),
    PRECIPITATION_MM_PER_H("mm/h", 0, 5, 1, true, "rain or snow at the vehicle"),
    HOUR_SINE("1", -1, 1, 4, true, "sine of the time of day"),
    HOUR_COSINE("1", -1, 1, 4, true, "cosine of the time of day"),
    TYPICAL_CONGESTION("fraction", 0, 1, 2, true, "usual congestion of the leg after the next station at this hour"),
    SPEED_KMH("km/h", 0, 150, 1, true, "mean speed of the last five minutes"),
    AUXILIARY_KW("kW", 0, 8, 2, true, "heating, cooling and auxiliary power"),
    AGE_YEARS("years", 0, 15, 1, true, "age of the vehicle"),
    /** Decisions turn near 0, so the range spends the learner's scale there; the few values beyond it are held to it. */
    RESERVE_MARGIN(
            "fraction",
            -0.4,
            0.4,
            3,
            true,
            "the vehicle's own estimate of its charge at the end of the leg after the next station, minus the reserve"),
    POSITION_KM("km", 0, 600, 3, false, "position on the road; learners see it up to km 600");

    private final Field field;

    VehicleField(String unit, double low, double high, int decimals, boolean feature, String description) {
        this.field =
                new Field(name().toLowerCase(java.util.Locale.ROOT), unit, low, high, decimals, feature, description);
    }

    /**
     * The field of this name.
     *
     * @param name as in a record or, with hyphens, in an experiment file
     */
    public static VehicleField named(String name) {
        return Stream.of(values())
                .filter(field -> field.field.name().equals(name.replace('-', '_')))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no field " + name + " of telemetry; there are "
                                + schema().fields().stream().map(Field::name).toList()));
    }

    public Field field() {
        return field;
    }

    /** The schema of all fields. */
    public static Schema schema() {
        return new Schema(Stream.of(values()).map(VehicleField::field).toList());
    }

    /** Whether to charge at the next station, class 1 being yes, with the vehicle's own estimate as the rule. */
    public static Workload workload() {
        return new Workload(schema(), List.of("drive-on", "charge"), java.util.Optional.of(VehicleField::margin));
    }

    /** The same, learned from other features; the rule sees what it always sees. */
    public static Workload workload(List<VehicleField> features) {
        Schema schema = new Schema(Stream.of(values())
                .map(field -> field.field().asFeature(features.contains(field)))
                .toList());
        return new Workload(schema, workload().classes(), workload().estimate());
    }

    private static OptionalDouble margin(FieldValues values) {
        int index = RESERVE_MARGIN.ordinal();
        return values.has(index) ? OptionalDouble.of(values.get(index)) : OptionalDouble.empty();
    }
}
