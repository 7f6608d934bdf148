package dev.convoy.learning.forest;

import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import java.util.Optional;

/** The form of the flat vector of a forest, whatever the number of its trees. */
public record ForestForm(int features, int classes) implements ParameterForm {
    /** With four bytes each they make a record of 16 MB, and no topic takes more than 16 MiB. */
    public static final int MOST_VALUES = 4_000_000;

    @Override
    public int most() {
        return MOST_VALUES;
    }

    @Override
    public Optional<String> flaw(Parameters parameters) {
        if (parameters.size() > MOST_VALUES) {
            return Optional.of("it has " + parameters.size() + " values, a forest has at most " + MOST_VALUES);
        }
        if (!parameters.isFinite()) {
            return Optional.empty();
        }
        try {
            Forest forest = Forest.of(parameters);
            return forest.features() == features && forest.classes() == classes
                    ? Optional.empty()
                    : Optional.of("it is a forest of " + forest.features() + " features and " + forest.classes()
                            + " classes, not of " + features + " and " + classes);
        } catch (IllegalArgumentException e) {
            return Optional.of("it is not a forest: " + e.getMessage());
        }
    }
}
