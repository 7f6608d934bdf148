package dev.convoy.experiments.config.binding;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as files have them: {@code 80ms}, {@code 15m}, {@code 1h30m}, {@code 3d}. */
public final class Durations {
    private static final long LONGEST_MS = Duration.ofDays(3650).toMillis();
    private static final Pattern FORM = Pattern.compile(
            "(?:([0-9]{1,12})d)?(?:([0-9]{1,12})h)?(?:([0-9]{1,12})m)?(?:([0-9]{1,12})s)?(?:([0-9]{1,12})ms)?");
    private static final Pattern ISO = Pattern.compile("\\bPT(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9.]+S)?");
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", 86_400_000L);
        UNITS.put("h", 3_600_000L);
        UNITS.put("m", 60_000L);
        UNITS.put("s", 1_000L);
        UNITS.put("ms", 1L);
    }

    private Durations() {}

    /** Empty if it is not a duration, or longer than ten years. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        long sum = 0;
        int group = 0;
        for (long unit : UNITS.values()) {
            String count = matcher.group(++group);
            long part = count == null ? 0 : Long.parseLong(count);
            if (part > LONGEST_MS / unit) {
                return Optional.empty();
            }
            sum += part * unit;
        }
        return sum > LONGEST_MS ? Optional.empty() : Optional.of(Duration.ofMillis(sum));
    }

    /** The shortest exact form; of two as short, the one with one unit. */
    public static String write(Duration duration) {
        if (duration.isNegative() || duration.toNanosPart() % 1_000_000 != 0) {
            throw new IllegalArgumentException("a duration is whole milliseconds, not negative: " + duration);
        }
        long millis = duration.toMillis();
        String single = millis == 0 ? "0s" : oneUnit(millis);
        String several = severalUnits(millis);
        return several.isEmpty() || single.length() <= several.length() ? single : several;
    }

    /** The message with durations in Java's form written as files have them. */
    static String readable(String message) {
        return ISO.matcher(message).replaceAll(iso -> written(iso.group()));
    }

    private static String written(String iso) {
        try {
            return write(Duration.parse(iso));
        } catch (RuntimeException notOne) {
            return Matcher.quoteReplacement(iso);
        }
    }

    private static String oneUnit(long millis) {
        return UNITS.entrySet().stream()
                .filter(unit -> millis % unit.getValue() == 0)
                .findFirst()
                .map(unit -> millis / unit.getValue() + unit.getKey())
                .orElseThrow();
    }

    private static String severalUnits(long millis) {
        StringBuilder text = new StringBuilder();
        long left = millis;
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            long count = left / unit.getValue();
            left -= count * unit.getValue();
            if (count > 0) {
                text.append(count).append(unit.getKey());
            }
        }
        return text.toString();
    }
}
