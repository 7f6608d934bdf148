package dev.convoy.experiments.plots;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the detectors of a run said; a run without them, as of an earlier version, has no rows. */
public final class RecordedDetection {
    private final List<Table.Row> alarms;
    private final List<Table.Row> drifts;

    private RecordedDetection(List<Table.Row> alarms, List<Table.Row> drifts) {
        this.alarms = alarms;
        this.drifts = drifts;
    }

    /** @throws UnreadableRunException if a file that is there is malformed */
    public static RecordedDetection read(Path directory) {
        return new RecordedDetection(
                rows(directory.resolve("alarms.csv"), "time_s", "node", "detector", "decisions"),
                rows(
                        directory.resolve("detection.csv"),
                        "drift",
                        "onset_s",
                        "node",
                        "first_alarm_s",
                        "delay_s",
                        "decisions_until",
                        "alarms_before"));
    }

    private static List<Table.Row> rows(Path file, String... columns) {
        return Files.exists(file) ? Table.read(file, columns).rows() : List.of();
    }

    /** Of all nodes, in the order of run time. */
    public List<Table.Row> alarms() {
        return alarms;
    }

    /** Each drift at each node that it concerns, in the order of run time. */
    public List<Table.Row> drifts() {
        return drifts;
    }
}
