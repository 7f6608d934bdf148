package dev.convoy.experiments.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything that is wrong with a file and its options, so that it can be reported at once. */
public final class Mistakes {
    private final Set<Mistake> found = new LinkedHashSet<>();

    public void add(Place place, String message) {
        found.add(new Mistake(place, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Each once; those of a file by line, then those without a line in the order of their discovery. */
    public List<Mistake> sorted() {
        List<Mistake> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(mistake -> mistake.place().line() == 0
                ? Integer.MAX_VALUE
                : mistake.place().line()));
        return sorted;
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new MistakesException(sorted());
        }
    }
}
