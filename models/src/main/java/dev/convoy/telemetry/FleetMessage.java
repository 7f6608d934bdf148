package dev.convoy.telemetry;

/** What the fleet says on the telemetry topic of a node. */
public sealed interface FleetMessage permits Telemetry, Damaged, Outcome {
    String vehicle();

    /** Counts the decisions of a vehicle, from 1: one for each station it heads for; 0 where it belongs to none. */
    long leg();

    /** Run time it speaks of, in milliseconds. */
    long timeMs();
}
