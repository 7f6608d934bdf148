package dev.convoy.wire;

import static dev.convoy.wire.JsonKey.optional;
import static dev.convoy.wire.JsonKey.required;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.convoy.telemetry.Damaged;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What the fleet says, as flat JSON; the keys of telemetry are those of the workload's schema. */
public final class FleetMessageJson implements Wire<FleetMessage> {
    private static final int MOST_BYTES = 16 * 1024;
    private static final Map<String, Phase> PHASES = JsonWords.of(Phase.values(), Phase::word);

    private final Wire<FleetMessage> wire;
    private final String[] fields;
    private final SerializedString[] keys;
    private final int[] decimals;
    private final int classes;

    /** @throws IllegalArgumentException if a field of the schema has the name of a key that all messages have */
    public FleetMessageJson(Workload workload) {
        fields = workload.schema().fields().stream().map(Field::name).toArray(String[]::new);
        keys = Stream.of(fields).map(SerializedString::new).toArray(SerializedString[]::new);
        decimals = workload.schema().fields().stream().mapToInt(Field::decimals).toArray();
        classes = workload.classes().size();
        wire = new JsonWire<>(MOST_BYTES, List.of(telemetry(), damaged(), outcome()));
    }

    @Override
    public byte[] encode(FleetMessage message) {
        return wire.encode(message);
    }

    @Override
    public FleetMessage decode(byte[] bytes) throws MalformedException {
        return wire.decode(bytes);
    }

    private JsonType<Telemetry> telemetry() {
        List<JsonKey> keys = new ArrayList<>(List.of(
                required("vehicle", JsonKind.NAME),
                required("model", JsonKind.TEXT),
                required("sequence", JsonKind.COUNT),
                required("leg", JsonKind.COUNT),
                required("phase", JsonKind.TEXT),
                required("time_ms", JsonKind.COUNT)));
        for (String field : fields) {
            if (keys.stream().anyMatch(key -> key.name().equals(field))) {
                throw new IllegalArgumentException("a field must not have the name of a key: " + field);
            }
            keys.add(optional(field, JsonKind.NUMBER));
        }
        return new JsonType<>("telemetry", Telemetry.class, keys, this::write, this::readTelemetry);
    }

    private void write(Telemetry telemetry, JsonOutput out) throws IOException {
        FieldValues values = telemetry.values();
        if (values.size() != fields.length) {
            throw new IllegalArgumentException("expected " + fields.length + " values: " + values.size());
        }
        out.name("vehicle", telemetry.vehicle());
        out.text("model", telemetry.model());
        out.integer("sequence", telemetry.sequence());
        out.integer("leg", telemetry.leg());
        out.text("phase", telemetry.phase().word());
        out.integer("time_ms", telemetry.timeMs());
        for (int i = 0; i < fields.length; i++) {
            if (values.has(i)) {
                out.number(keys[i], values.get(i), decimals[i]);
            }
        }
    }

    private Telemetry readTelemetry(JsonValues json) throws MalformedException {
        double[] values = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = json.numberOrNaN(fields[i]);
        }
        return new Telemetry(
                json.text("vehicle"),
                json.text("model"),
                json.integer("sequence"),
                json.integer("leg"),
                json.word("phase", PHASES),
                json.integer("time_ms"),
                FieldValues.of(values));
    }

    private static JsonType<Damaged> damaged() {
        List<JsonKey> keys = List.of(
                required("vehicle", JsonKind.NAME),
                required("sequence", JsonKind.COUNT),
                required("time_ms", JsonKind.COUNT));
        return new JsonType<>(
                "damaged",
                Damaged.class,
                keys,
                FleetMessageJson::write,
                json -> new Damaged(json.text("vehicle"), json.integer("sequence"), json.integer("time_ms")));
    }

    private static void write(Damaged damaged, JsonOutput out) throws IOException {
        out.name("vehicle", damaged.vehicle());
        out.integer("sequence", damaged.sequence());
        out.integer("time_ms", damaged.timeMs());
    }

    private JsonType<Outcome> outcome() {
        List<JsonKey> keys = List.of(
                required("vehicle", JsonKind.NAME),
                required("leg", JsonKind.COUNT),
                optional("label", JsonKind.COUNT),
                required("decided_at_ms", JsonKind.COUNT),
                required("energy_kwh", JsonKind.NUMBER),
                required("time_ms", JsonKind.COUNT));
        return new JsonType<>("outcome", Outcome.class, keys, FleetMessageJson::write, this::readOutcome);
    }

    private static void write(Outcome outcome, JsonOutput out) throws IOException {
        out.name("vehicle", outcome.vehicle());
        out.integer("leg", outcome.leg());
        out.integer("label", outcome.label());
        out.integer("decided_at_ms", outcome.decidedAtMs());
        out.number("energy_kwh", outcome.energyKwh());
        out.integer("time_ms", outcome.timeMs());
    }

    private Outcome readOutcome(JsonValues json) throws MalformedException {
        OptionalInt label = json.optionalSmallInteger("label");
        if (label.isPresent() && label.getAsInt() >= classes) {
            throw new MalformedException(
                    MalformedException.Reason.WRONG_SHAPE, "label must be below " + classes + ": " + label.getAsInt());
        }
        return new Outcome(
                json.text("vehicle"),
                json.integer("leg"),
                label,
                json.integer("decided_at_ms"),
                json.number("energy_kwh"),
                json.integer("time_ms"));
    }
}
