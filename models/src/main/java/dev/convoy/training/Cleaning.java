package dev.convoy.training;

import dev.convoy.telemetry.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a column's median where a number is missing, not finite or an outlier. An outlier lies outside the column's
 * physical range; where none is known, more than 1.5 interquartile ranges beyond the quartiles (Tukey 1977). Medians and
 * quartiles are those of the rows it was made from, which must be the training part alone. A missing category stays
 * missing.
 */
public final class Cleaning {
    private static final double FENCE = 1.5;

    private final List<Column> columns;
    private final List<Limits> limits = new ArrayList<>();

    /** What a column's numbers may be, and what stands in for those that may not. */
    private record Limits(double low, double high, double median) {
        boolean outside(double value) {
            return value < low || value > high;
        }
    }

    /**
     * What was put right in a column.
     *
     * @param missing cells that were empty or not finite numbers
     * @param outliers cells outside of the limits
     */
    public record Mended(String column, int missing, int outliers, double low, double high, double median) {}

    /** @param rows from which medians and quartiles are taken */
    Cleaning(List<Column> columns, List<Row> rows) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            double[] values = rows.stream()
                    .mapToDouble(row -> row.cell(at))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            limits.add(limits(columns.get(i), values));
        }
    }

    List<Row> apply(List<Row> rows) {
        return rows.stream().map(this::mended).toList();
    }

    /** What {@link #apply} puts right in these rows. */
    List<Mended> report(List<Row> rows) {
        List<Mended> report = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int missing = 0;
            int outliers = 0;
            Limits limit = limits.get(i);
            boolean categorical = columns.get(i).categorical();
            for (Row row : rows) {
                double value = row.cell(i);
                missing += Double.isFinite(value) ? 0 : 1;
                outliers += !categorical && Double.isFinite(value) && limit.outside(value) ? 1 : 0;
            }
            report.add(new Mended(columns.get(i).name(), missing, outliers, limit.low(), limit.high(), limit.median()));
        }
        return report;
    }

    private Row mended(Row row) {
        double[] cells = row.cells();
        for (int i = 0; i < cells.length; i++) {
            boolean categorical = columns.get(i).categorical();
            if (!categorical && (!Double.isFinite(cells[i]) || limits.get(i).outside(cells[i]))) {
                cells[i] = limits.get(i).median();
            }
        }
        return row.with(cells);
    }

    private static Limits limits(Column column, double[] sorted) {
        if (column.categorical() || sorted.length == 0) {
            return new Limits(0, Math.max(0, column.categories().size() - 1), 0);
        }
        double median = quantile(sorted, 0.5);
        if (column.physical().isPresent()) {
            Field field = column.physical().get();
            double[] inside = Arrays.stream(sorted)
                    .filter(value -> value >= field.low() && value <= field.high())
                    .toArray();
            double middle = inside.length == 0 ? (field.low() + field.high()) / 2 : quantile(inside, 0.5);
            return new Limits(field.low(), field.high(), middle);
        }
        double lower = quantile(sorted, 0.25);
        double upper = quantile(sorted, 0.75);
        double range = upper - lower;
        // Where half of the values are the same, whatever differs would be an outlier.
        return range > 0
                ? new Limits(lower - FENCE * range, upper + FENCE * range, median)
                : new Limits(sorted[0], sorted[sorted.length - 1], median);
    }

    /** Linear between the two nearest values (Hyndman and Fan 1996, type 7). */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
