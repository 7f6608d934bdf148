package dev.convoy.telemetry;

import java.util.Locale;

/** What a vehicle is doing, which decides whether its record can be labelled. */
public enum Phase {
    /** On its way to a station: the record belongs to a leg and is labelled by that leg's outcome. */
    TO_STATION,
    PARKED,
    CHARGING,
    /** Past the last station: nothing is left to decide. */
    NO_STATION;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean labelled() {
        return this == TO_STATION;
    }
}
