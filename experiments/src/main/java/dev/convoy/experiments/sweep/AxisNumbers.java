package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.experiments.config.binding.RawValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the values of an axis lie along it, if all of them are numbers, or percentages, or durations. */
final class AxisNumbers {
    private static final double MINUTE_MS = 60_000;

    private AxisNumbers() {}

    /** In the same order; empty if they are not all of one kind. */
    static List<Double> of(List<RawValue> values) {
        return Stream.<Function<String, Optional<Double>>>of(
                        AxisNumbers::plain, AxisNumbers::percent, AxisNumbers::minutes)
                .map(reading -> values.stream()
                        .flatMap(value -> reading.apply(value.yaml()).stream())
                        .toList())
                .filter(numbers -> numbers.size() == values.size())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<Double> plain(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?")
                ? Optional.of(Double.parseDouble(text))
                : Optional.empty();
    }

    private static Optional<Double> percent(String text) {
        return text.endsWith("%") ? plain(text.substring(0, text.length() - 1)) : Optional.empty();
    }

    private static Optional<Double> minutes(String text) {
        return Durations.parse(text).map(duration -> duration.toMillis() / MINUTE_MS);
    }
}
