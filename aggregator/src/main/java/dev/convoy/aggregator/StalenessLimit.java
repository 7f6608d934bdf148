package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How late an update may be; an update at the limit is within it.
 *
 * @param versions greatest staleness: the newest version minus the update's base version
 * @param age longest run time since its training data ended
 */
public record StalenessLimit(Optional<Long> versions, Optional<Duration> age) {
    private static final Pattern VERSIONS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern AGE = Pattern.compile("(?:[0-9]{1,9}(?:ms|s|m|h|d))+");
    private static final Pattern AGE_PART = Pattern.compile("([0-9]+)(ms|s|m|h|d)");

    public StalenessLimit {
        if (versions.isPresent() && versions.get() < 0) {
            throw new IllegalArgumentException("staleness limit: versions must be at least 0: " + versions.get());
        }
        if (age.isPresent() && age.get().toMillis() < 1) {
            throw new IllegalArgumentException("staleness limit: age must be at least 1 ms: " + age.get());
        }
    }

    /** Everything is within it. */
    public static StalenessLimit none() {
        return new StalenessLimit(Optional.empty(), Optional.empty());
    }

    /** Reads {@code 2} (versions), {@code 30m} or {@code 1h30m} (age), and {@code none}. */
    public static StalenessLimit parse(String text) {
        if (text.equals("none")) {
            return none();
        }
        if (VERSIONS.matcher(text).matches()) {
            return new StalenessLimit(Optional.of(Long.parseLong(text)), Optional.empty());
        }
        if (AGE.matcher(text).matches()) {
            return new StalenessLimit(Optional.empty(), Optional.of(duration(text)));
        }
        throw new IllegalArgumentException(
                "staleness limit must be versions such as 2, an age such as 30m, or none: " + text);
    }

    /** Why an update is beyond the limit, unless it is within; one whose data ended after now is beyond any age. */
    Optional<Reason> excess(long staleness, long ageMs) {
        if (versions.isPresent() && staleness > versions.get()) {
            return Optional.of(Reason.STALENESS);
        }
        if (ageMs < 0 || (age.isPresent() && ageMs > age.get().toMillis())) {
            return Optional.of(Reason.AGE);
        }
        return Optional.empty();
    }

    private static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = AGE_PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(duration(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
