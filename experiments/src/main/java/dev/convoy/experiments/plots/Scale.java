package dev.convoy.experiments.plots;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one axis of a hand-drawn panel shows.
 *
 * @param ticks where there is a grid line and what stands beside it
 */
record Scale(double lower, double upper, List<Tick> ticks) {
    private static final double ROOM = 0.07;
    private static final double[] STEPS = {1, 2, 5, 10};

    /** A place on the axis with its text. */
    record Tick(double value, String text) {}

    /** From the least to the greatest of some values, with a little room, on round numbers. */
    static Scale fitted(DoubleStream values, int mostTicks) {
        DoubleSummaryStatistics found = values.summaryStatistics();
        double least = found.getCount() == 0 ? 0 : found.getMin();
        double greatest = found.getCount() == 0 ? 1 : found.getMax();
        double span = greatest - least;
        if (!(span > 0)) {
            span = Math.max(Math.abs(greatest) * 0.1, 0.01);
        }
        double middle = (least + greatest) / 2;
        return round(middle - span * (0.5 + ROOM), middle + span * (0.5 + ROOM), mostTicks);
    }

    /** From 0 to the end of something. */
    static Scale upTo(double end, int mostTicks) {
        return round(0, end, mostTicks);
    }

    private static Scale round(double lower, double upper, int mostTicks) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10((upper - lower) / mostTicks)));
        double step = power * STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && (upper - lower) / (power * STEPS[i]) <= mostTicks; i--) {
            step = power * STEPS[i];
        }
        int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(lower / step - 1e-9); k * step <= upper + step * 1e-9; k++) {
            ticks.add(new Tick(k * step, String.format(Locale.ROOT, "%,." + decimals + "f", k * step)));
        }
        return new Scale(lower, upper, ticks);
    }

    /** Equal steps, one for each word, the first in the middle of the first step. */
    static Scale of(List<String> words) {
        return new Scale(
                -0.5,
                words.size() - 0.5,
                IntStream.range(0, words.size())
                        .mapToObj(i -> new Tick(i, words.get(i)))
                        .toList());
    }

    /** The places of some numbers, each with its own text. */
    static Scale of(List<Double> numbers, List<String> texts) {
        Scale around = fitted(numbers.stream().mapToDouble(v -> v), 2);
        return new Scale(
                around.lower,
                around.upper,
                IntStream.range(0, numbers.size())
                        .mapToObj(i -> new Tick(numbers.get(i), texts.get(i)))
                        .toList());
    }

    /** How far along the axis a value lies, in [0, 1] for those that are shown. */
    double share(double value) {
        return (value - lower) / (upper - lower);
    }
}
