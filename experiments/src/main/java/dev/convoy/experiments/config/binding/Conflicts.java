package dev.convoy.experiments.config.binding;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong between several values of one record, so that its constructor can refuse all of it at once. */
public final class Conflicts {
    private final List<Conflict> found = new ArrayList<>();

    /** @param keys the key paths it is about, relative to the record; the first that was written is where it is shown */
    public Conflicts require(boolean holds, String otherwise, String... keys) {
        if (!holds) {
            found.add(new Conflict(otherwise, List.of(keys)));
        }
        return this;
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConflictsException(found);
        }
    }

    /** One of them. */
    public record Conflict(String message, List<String> keys) {}
}
