package dev.convoy.experiments.plots;

import java.util.Optional;

/**
 * A fault or a drift: what happened from one hour of run time to another.
 *
 * @param node empty: all nodes
 */
public record Incident(
        Cause cause, double fromHours, double toHours, Optional<String> node, String kind, String detail) {
    public Incident {
        if (!(fromHours <= toHours)) {
            throw new UnreadableRunException(
                    "a " + cause.word() + " cannot end (" + toHours + " h) before it begins (" + fromHours + " h)");
        }
    }

    /** Where an incident comes from: the experiment file's faults or its world. */
    public enum Cause {
        FAULT,
        DRIFT;

        public String word() {
            return this == FAULT ? "fault" : "drift";
        }
    }

    public boolean concerns(String someNode) {
        return node.isEmpty() || node.get().equals(someNode);
    }

    /** As in "node-3 down". */
    public String shortLabel() {
        return where() + (kindSaysNothing() ? detail : words());
    }

    /** As in "node-3 slow (10 times)". */
    public String label() {
        return kindSaysNothing() || detail.isBlank() ? shortLabel() : where() + words() + " (" + detail + ")";
    }

    /** A drift of kind "drift" is told by its detail. */
    private boolean kindSaysNothing() {
        return kind.equals(cause.word()) && !detail.isBlank();
    }

    private String where() {
        return node.map(name -> name + " ").orElse("");
    }

    private String words() {
        return kind.replace('-', ' ').replace('_', ' ');
    }
}
