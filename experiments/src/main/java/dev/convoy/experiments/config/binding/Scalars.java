package dev.convoy.experiments.config.binding;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The types that are one word or number in a file. */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST_NUMBER = 40;

    static final Map<Class<?>, Shape> SHAPES = Map.of(
            int.class, whole("a whole number such as 104", Scalars::parseInt),
            long.class, whole("a whole number such as 7", Scalars::parseLong),
            double.class, ScalarShape.of("number", "a number such as 0.5 or 10%", Scalars::parseDouble, Scalars::write),
            boolean.class, ScalarShape.of("true or false", "true or false", Scalars::parseBoolean, Object::toString),
            String.class, new TextShape(),
            Duration.class,
                    ScalarShape.of(
                            "duration",
                            "a duration such as 80ms, 30s, 15m, 1h30m or 3d",
                            Durations::parse,
                            Durations::write),
            LocalDateTime.class,
                    ScalarShape.of(
                            "date and time",
                            "a date and time such as 2023-01-10T06:00",
                            Scalars::parseDateTime,
                            Object::toString),
            RawValue.class, new RawShape());

    private Scalars() {}

    private static <T> Shape whole(String expected, Function<String, Optional<T>> parse) {
        return ScalarShape.of("whole number", expected, parse, Object::toString);
    }

    private static Optional<Integer> parseInt(String text) {
        return parseLong(text).filter(value -> value == value.intValue()).map(Long::intValue);
    }

    private static Optional<Long> parseLong(String text) {
        try {
            return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Double> parseDouble(String text) {
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(number).movePointLeft(percent ? 2 : 0);
        return Optional.of(exact.doubleValue() + 0.0).filter(Double::isFinite);
    }

    private static String write(Double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean plain = exact.scale() <= 9 && exact.precision() - exact.scale() <= 15;
        return plain ? exact.toPlainString() : Double.toString(value);
    }

    private static Optional<Boolean> parseBoolean(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }

    private static Optional<LocalDateTime> parseDateTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
