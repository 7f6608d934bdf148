package dev.convoy.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after a row its label is known: some run time, or when so many further rows have been sent.
 *
 * @param rows 0 is right after the row itself, and before the next
 */
public record LabelDelay(Optional<Duration> time, Optional<Integer> rows) {
    /** At once. */
    public static final LabelDelay NONE = new LabelDelay(Optional.empty(), Optional.of(0));

    private static final int MOST_ROWS = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    public LabelDelay {
        if (time.isPresent() == rows.isPresent()) {
            throw new IllegalArgumentException("write either a time or a number of rows: " + time + ", " + rows);
        }
        if (time.isPresent() && (time.get().isNegative() || time.get().compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("time must be 0s to 365d: " + time.get());
        }
        if (rows.isPresent() && (rows.get() < 0 || rows.get() > MOST_ROWS)) {
            throw new IllegalArgumentException("rows must be 0 to " + MOST_ROWS + ": " + rows.get());
        }
    }

    /** Reads a time such as {@code 30m}. */
    public static LabelDelay parse(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new IllegalArgumentException("a delay is a time such as 30m, or {rows: 100}: " + text);
        }
        long count = Long.parseLong(duration.group(1));
        Duration time = switch (duration.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return new LabelDelay(Optional.of(time), Optional.empty());
    }
}
