package dev.convoy.replay;

import dev.convoy.telemetry.Workload;
import java.util.Optional;

/** Where the telemetry of an experiment comes from, and so what is learned. */
public sealed interface WorkloadConfig permits Vehicles, Replay {
    /** What is predicted from what. */
    Workload workload();

    /** Whether all that the workload follows from has been found in the files. */
    boolean known();

    /** The files that are streamed; empty where vehicles are simulated. */
    Optional<Replay> replayed();

    /** Without the places of files, on which no result depends. */
    WorkloadConfig withoutPaths();
}
