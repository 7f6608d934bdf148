package dev.convoy.replay;

import dev.convoy.telemetry.Decimals;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How cells become the fields of a telemetry record: a number is one field, a word one for each of its values. */
final class Inputs {
    /** The keys that every message has. */
    private static final Set<String> TAKEN = Set.of(
            "type", "vehicle", "model", "sequence", "leg", "phase", "time_ms", "label", "decided_at_ms", "energy_kwh");

    private static final int SIGNIFICANT = 6;
    private static final int MOST_DECIMALS = 9;

    private final List<Feature> features;
    private final List<Field> fields = new ArrayList<>();
    private final int[] firstField;

    private Inputs(List<Feature> features) {
        this.features = features;
        this.firstField = new int[features.size()];
        Set<String> names = new HashSet<>(TAKEN);
        for (int i = 0; i < firstField.length; i++) {
            firstField[i] = fields.size();
            add(features.get(i), names);
        }
    }

    static Inputs of(List<Feature> features) {
        return new Inputs(List.copyOf(features));
    }

    Schema schema() {
        return new Schema(fields);
    }

    int width() {
        return fields.size();
    }

    /** Only the field of the cell's word is set, to 1: an absent one is 0 on the scale learners see. */
    private void add(Feature feature, Set<String> names) {
        if (feature.isWord()) {
            for (String value : feature.values()) {
                String name = name(feature.column() + "_" + value, names);
                fields.add(new Field(name, "1", -1, 1, 0, true, feature.column() + " is " + value));
            }
            return;
        }
        Scale scale = feature.scale().orElse(Scale.LINEAR);
        double low = scale.of(feature.low().orElseThrow());
        double high = scale.of(feature.high().orElseThrow());
        int magnitude = (int) Math.ceil(StrictMath.log10(high - low));
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT - magnitude));
        String unit = scale == Scale.LOG ? "ln(1 + x)" : "1";
        fields.add(new Field(
                name(feature.column(), names), unit, low, high, decimals, true, "column " + feature.column()));
    }

    /** A number beyond its range counts as the range's end, as learners would see it. */
    void put(int feature, double number, double[] values) {
        Field field = fields.get(firstField[feature]);
        double scaled = features.get(feature).scale().orElse(Scale.LINEAR).of(number);
        double held = Math.max(field.low(), Math.min(field.high(), scaled));
        values[firstField[feature]] = Decimals.round(held, field.decimals());
    }

    /** False where the feature does not have the word. */
    boolean put(int feature, String word, double[] values) {
        int index = features.get(feature).values().indexOf(word);
        if (index >= 0) {
            values[firstField[feature] + index] = 1;
        }
        return index >= 0;
    }

    private static String name(String wanted, Set<String> names) {
        String plain = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String first = plain.matches("[a-z].*") && !TAKEN.contains(plain) ? plain : "column_" + plain;
        String name = first;
        for (int i = 2; !names.add(name); i++) {
            name = first + "_" + i;
        }
        return name;
    }
}
