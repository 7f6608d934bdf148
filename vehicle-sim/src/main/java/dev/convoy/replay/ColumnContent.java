package dev.convoy.replay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a column holds: it is one of numbers if more than half of its cells are. */
final class ColumnContent {
    private final Feature wanted;
    private final Set<String> words = new TreeSet<>();
    private long cells;
    private long numbers;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    ColumnContent(Feature wanted) {
        this.wanted = wanted;
    }

    void see(String cell) {
        cells++;
        double number = Cells.number(cell);
        if (!Double.isNaN(number)) {
            numbers++;
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        if (words.size() <= Feature.MOST_VALUES) {
            words.add(cell);
        }
    }

    Optional<String> refusal() {
        if (isNumber()) {
            return Double.isFinite(high - low)
                    ? Optional.empty()
                    : Optional.of("the range of column '" + wanted.column() + "' is too large");
        }
        if (wanted.scale().isPresent()) {
            return Optional.of("column '" + wanted.column() + "' has too few numbers for a scale");
        }
        return words.size() > Feature.MOST_VALUES
                ? Optional.of("column '" + wanted.column() + "' has more than " + Feature.MOST_VALUES
                        + " different words; leave it out with ignore")
                : Optional.empty();
    }

    /** The feature with its range, or with its words in sorted order. */
    Feature feature() {
        return isNumber() ? number() : Feature.words(wanted.column(), List.copyOf(words));
    }

    /**
     * A column that begins at 0, such as a count, gets a range on both sides of it: nothing is then 0 to learners too,
     * like an absent word, and not the end of a scale.
     */
    private Feature number() {
        double top = high > low ? high : low + Math.max(1, Math.ulp(low));
        return Feature.number(wanted.column(), low == 0 ? -top : low, top, wanted.scale());
    }

    private boolean isNumber() {
        return 2 * numbers > cells;
    }
}
