package dev.convoy.experiments.plots;

import java.util.List;

/** The room that names take at the left of a picture. */
final class TreatmentNames {
    private static final double LETTER = 6.4;
    private static final double LEAST = 40;
    private static final double MOST = 260;

    private TreatmentNames() {}

    /** A rough one, before anything can be measured; longer names are cut. */
    static double room(List<String> names) {
        double longest = names.stream().mapToInt(String::length).max().orElse(0) * LETTER;
        return Math.max(LEAST, Math.min(MOST, longest));
    }
}
