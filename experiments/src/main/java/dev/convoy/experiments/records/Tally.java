package dev.convoy.experiments.records;

import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.prediction.Resolution.Ending;
import dev.convoy.telemetry.Phase;
import java.util.Optional;

/** Counts the recorded predictions and updates of one node. */
final class Tally {
    private final long[] phases = new long[Phase.values().length];
    private final long[] endings = new long[Ending.values().length];
    private final long[] fates = new long[Fate.values().length];
    private long predicted;
    private long sent;

    /** A prediction that no label can come for. */
    void predicted(Phase phase) {
        predicted++;
        phases[phase.ordinal()]++;
    }

    void predicted(Ending ending) {
        predicted++;
        endings[ending.ordinal()]++;
    }

    /** A prediction that should have ended in some way but has not. */
    void unresolved() {
        predicted++;
    }

    void update(Optional<Fate> fate) {
        sent++;
        fate.ifPresent(f -> fates[f.ordinal()]++);
    }

    Ledger.Account account() {
        return new Ledger.Account(
                0,
                0,
                0,
                0,
                0,
                predicted,
                endings[Ending.SCORED.ordinal()],
                phases[Phase.PARKED.ordinal()],
                phases[Phase.CHARGING.ordinal()],
                phases[Phase.NO_STATION.ordinal()],
                endings[Ending.EXIT.ordinal()],
                endings[Ending.END.ordinal()],
                endings[Ending.EXPIRED.ordinal()],
                new Ledger.Updates(
                        sent,
                        fates[Fate.AGGREGATED.ordinal()],
                        fates[Fate.REJECTED.ordinal()],
                        fates[Fate.SUPERSEDED.ordinal()],
                        fates[Fate.LOST.ordinal()],
                        fates[Fate.UNFINISHED.ordinal()]));
    }
}
