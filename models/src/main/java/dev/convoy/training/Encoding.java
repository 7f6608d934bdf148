package dev.convoy.training;

import dev.convoy.learning.LabelledRows;
import dev.convoy.telemetry.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Cleaned rows as scaled features: a number by its physical range, or by the range of the rows this was made from; a
 * category as one feature for each of its values, of which one is 1 and the others 0.
 */
public final class Encoding {
    private final List<Column> columns;
    private final List<Feature> features = new ArrayList<>();

    /**
     * A feature.
     *
     * @param column where its value comes from
     * @param category the one it stands for; -1 if it is a number
     */
    public record Feature(String name, int column, int category, double low, double high) {
        float of(Row row) {
            double value = row.cell(column);
            if (category >= 0) {
                return value == category ? 1 : 0;
            }
            return (float) Math.max(-1, Math.min(1, 2 * (value - low) / (high - low) - 1));
        }
    }

    /** @param rows cleaned rows of the training part */
    Encoding(List<Column> columns, List<Row> rows) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).categorical()) {
                for (int k = 0; k < columns.get(i).categories().size(); k++) {
                    String name = columns.get(i).name() + "="
                            + columns.get(i).categories().get(k);
                    features.add(new Feature(name, i, k, 0, 1));
                }
            } else {
                features.add(number(i, rows));
            }
        }
    }

    public List<Feature> features() {
        return List.copyOf(features);
    }

    /** The feature of this name; -1 if there is none. */
    int indexOf(String name) {
        return features.stream().map(Feature::name).toList().indexOf(name);
    }

    LabelledRows encode(List<Row> rows, int classes) {
        List<float[]> encoded = new ArrayList<>(rows.size());
        for (Row row : rows) {
            float[] values = new float[features.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = features.get(i).of(row);
            }
            encoded.add(values);
        }
        return new LabelledRows(encoded, rows.stream().mapToInt(Row::label).toArray(), classes);
    }

    private Feature number(int at, List<Row> rows) {
        Column column = columns.get(at);
        if (column.physical().isPresent()) {
            Field field = column.physical().get();
            return new Feature(column.name(), at, -1, field.low(), field.high());
        }
        double low = rows.stream().mapToDouble(row -> row.cell(at)).min().orElse(0);
        double high = rows.stream().mapToDouble(row -> row.cell(at)).max().orElse(1);
        return new Feature(column.name(), at, -1, low, high > low ? high : low + 1);
    }
}
