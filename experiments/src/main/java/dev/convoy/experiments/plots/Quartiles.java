package dev.convoy.experiments.plots;

import java.util.List;

/**
 * What a box plot shows of some values (Tukey 1977): quartiles between the two nearest values, and whiskers to the last
 * value within one and a half boxes; where there is none beyond the box, no whisker.
 */
record Quartiles(double lowWhisker, double first, double median, double third, double highWhisker) {
    private static final double REACH = 1.5;

    /** @param values at least one */
    static Quartiles of(List<Double> values) {
        List<Double> ascending = values.stream().sorted().toList();
        double first = quantile(ascending, 0.25);
        double third = quantile(ascending, 0.75);
        double reach = REACH * (third - first);
        return new Quartiles(
                Math.min(
                        first,
                        ascending.stream()
                                .filter(v -> v >= first - reach)
                                .findFirst()
                                .orElse(first)),
                first,
                quantile(ascending, 0.5),
                third,
                Math.max(
                        third,
                        ascending.stream()
                                .filter(v -> v <= third + reach)
                                .reduce((a, b) -> b)
                                .orElse(third)));
    }

    private static double quantile(List<Double> ascending, double share) {
        double position = share * (ascending.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, ascending.size() - 1);
        return ascending.get(below) + (position - below) * (ascending.get(above) - ascending.get(below));
    }
}
