package dev.convoy.experiments.config.binding;

import java.util.List;
import java.util.stream.Collectors;

/** Values that do not go together. */
public final class ConflictsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Conflicts.Conflict> conflicts;

    ConflictsException(List<Conflicts.Conflict> conflicts) {
        super(conflicts.stream().map(Conflicts.Conflict::message).collect(Collectors.joining("; ")));
        this.conflicts = List.copyOf(conflicts);
    }

    public List<Conflicts.Conflict> conflicts() {
        return conflicts;
    }
}
