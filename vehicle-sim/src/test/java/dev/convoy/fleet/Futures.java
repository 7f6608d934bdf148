package dev.convoy.fleet;

import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What becomes of the vehicles near a station when the rest of their way turns out one way or another. */
final class Futures {
    private static final double NEAR_KM = 30;
    private static final int HOURS_AHEAD = 7;

    private Futures() {}

    /** The outcomes of the legs whose features were sent before that hour, and whose hidden part was drawn after it. */
    static Map<String, Outcome> of(long seed, int hour, long legSeed) {
        long forkMs = hour * 3_600_000L;
        Set<String> near = new HashSet<>();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        SimulatedRun run = new SimulatedRun(SimulatedRun.standardPlan(seed, hour + HOURS_AHEAD), sent -> {
            String leg = sent.message().vehicle() + "/" + sent.message().leg();
            if (sent.message() instanceof Telemetry record && record.leg() > 0 && isLast(record, forkMs)) {
                near.add(leg);
            } else if (sent.message() instanceof Outcome outcome && near.contains(leg)) {
                outcomes.put(leg, outcome);
            }
        });
        boolean forked = false;
        while (run.hasNext()) {
            run.step();
            if (!forked && run.now() >= forkMs) {
                forked = true;
                run.replaceFleet(legSeed);
            }
        }
        return outcomes;
    }

    private static boolean isLast(Telemetry record, long forkMs) {
        return record.timeMs() < forkMs
                && record.timeMs() >= forkMs - 60_000
                && record.values().get(VehicleField.STATION_DISTANCE_KM.ordinal()) < NEAR_KM;
    }
}
