package dev.convoy.experiments.config.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How Java's names are written in a file, and which word a mistyped one was meant to be. */
public final class Words {
    private Words() {}

    /** {@code stationsKm} and {@code STATIONS_KM} become {@code stations-km}. */
    public static String kebab(String name) {
        String spaced = name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', '-')
                : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        return spaced.toLowerCase(Locale.ROOT);
    }

    /** As {@link #kebab}, but the field writes FedAvg and its kin as one word. */
    public static String kind(Class<?> type) {
        return kebab(type.getSimpleName()).replaceFirst("^fed-", "fed");
    }

    /** The nearest by edit distance, if it is near enough to have been meant. */
    public static Optional<String> nearest(String word, Collection<String> valid) {
        int near = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
        return valid.stream()
                .filter(candidate -> distance(word, candidate) <= Math.min(near, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** {@code ; did you mean 'x'?}, or what can be written. */
    public static String hint(String word, Collection<String> valid, String what) {
        return nearest(word, valid)
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElseGet(() -> "; " + what + " " + String.join(", ", valid));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
