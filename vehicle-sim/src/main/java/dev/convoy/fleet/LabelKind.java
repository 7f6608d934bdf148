package dev.convoy.fleet;

/** What a record's label says. */
public enum LabelKind {
    /** Whether the vehicle, left uncharged at the next station, would reach the stop after it below the reserve. */
    REACHABILITY,
    /** Whether the charge in the record itself is at most one half, as the 2023 study had it: leaked and known at once. */
    CHARGE_THRESHOLD
}
