package dev.convoy.edgenode;

import java.util.Arrays;
import java.util.List;

/** What a node that decides for itself does about its exchange: sends what it has learned, adopts, both, or neither. */
enum SyncAction {
    SKIP(false, false),
    PUSH(true, false),
    PULL(false, true),
    PUSH_AND_PULL(true, true);

    private final boolean pushes;
    private final boolean pulls;

    SyncAction(boolean pushes, boolean pulls) {
        this.pushes = pushes;
        this.pulls = pulls;
    }

    static SyncAction of(boolean pushes, boolean pulls) {
        if (pushes) {
            return pulls ? PUSH_AND_PULL : PUSH;
        }
        return pulls ? PULL : SKIP;
    }

    boolean pushes() {
        return pushes;
    }

    boolean pulls() {
        return pulls;
    }

    /** Those that do nothing which this one does not do, itself the last. */
    List<SyncAction> within() {
        return Arrays.stream(values())
                .filter(action -> (pushes || !action.pushes) && (pulls || !action.pulls))
                .toList();
    }
}
