package dev.convoy.experiments.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bits a link carries in a second; written with netem's units, as in {@code 250kbit}. */
public record Rate(long bitsPerSecond) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})(bit|kbit|mbit|gbit)");
    private static final long KILO = 1000;

    public Rate {
        if (bitsPerSecond < 1) {
            throw new IllegalArgumentException("a rate must be at least 1bit: " + bitsPerSecond);
        }
    }

    /** Reads a number of {@code bit}, {@code kbit}, {@code mbit} or {@code gbit}, all per second. */
    public static Rate parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a rate is written 250kbit, 1mbit and so on: " + text);
        }
        return new Rate(Long.parseLong(matcher.group(1)) * unit(matcher.group(2)));
    }

    private static long unit(String word) {
        return switch (word) {
            case "kbit" -> KILO;
            case "mbit" -> KILO * KILO;
            case "gbit" -> KILO * KILO * KILO;
            default -> 1;
        };
    }

    @Override
    public String toString() {
        return bitsPerSecond % KILO != 0
                ? bitsPerSecond + "bit"
                : bitsPerSecond % (KILO * KILO) != 0
                        ? bitsPerSecond / KILO + "kbit"
                        : bitsPerSecond / (KILO * KILO) + "mbit";
    }
}
