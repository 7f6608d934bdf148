package dev.convoy.experiments.recording;

import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.local.LocalEngine;
import dev.convoy.runtime.local.Settings;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run of the fleet alone, of which everything it says is kept. */
public final class FleetRecording {
    static final String REPLAY = "replay.yaml";

    private FleetRecording() {}

    /** How much was written. */
    public record Counts(long records, long outcomes, long decisions) {}

    /** @param directory exists; an experiment file that replays the joined table is written beside the tables */
    public static Counts write(Wiring wiring, Path directory) throws IOException, InterruptedException {
        FleetTables tables = new FleetTables(directory, wiring.workload());
        try (tables) {
            new LocalEngine(
                            wiring.topology(),
                            id -> actor(wiring, id),
                            wiring.seed(),
                            wiring.durationMs(),
                            Settings.of(1),
                            tables)
                    .run();
        }
        Files.writeString(directory.resolve(REPLAY), replay(wiring, tables.delayMinutes()), StandardCharsets.UTF_8);
        return new Counts(tables.records(), tables.outcomes(), tables.decisions());
    }

    private static Actor actor(Wiring wiring, ActorId id) {
        return id.equals(Wiring.fleet())
                ? wiring.actor(id)
                : new Idle(id, wiring.topology().readBy(id));
    }

    private static String replay(Wiring wiring, long delayMinutes) {
        Workload workload = wiring.workload();
        String features = workload.schema().fields().stream()
                .filter(Field::feature)
                .map(field -> String.format(
                                Locale.ROOT,
                                "    - {column: %s, low: %s, high: %s}%n",
                                field.name(),
                                field.low(),
                                field.high())
                        .replace("\r", ""))
                .collect(Collectors.joining());
        return "# The recorded decisions as a stream; the labels come after the mean of their delays.\n"
                + "name: " + wiring.config().name() + "-replay\nseed: " + wiring.seed() + "\n"
                + "duration: " + wiring.durationMs() + "ms\n"
                + "report-every: " + wiring.config().reportEvery().toMillis() + "ms\n"
                + "workload:\n  kind: replay\n  files: [" + FleetTables.LABELLED + "]\n  time: time_s\n"
                + "  node: {kind: by-column, column: node, values: ["
                + wiring.nodes().stream().map(Object::toString).collect(Collectors.joining(", ")) + "]}\n"
                + "  vehicle: vehicle\n  features:\n" + features
                + "  label: label\n  classes: [" + String.join(", ", workload.classes()) + "]\n"
                + "  label-delay: " + delayMinutes + "m\n"
                + "nodes:\n  count: " + wiring.nodes().size() + "\n"
                + "  exchange-every: "
                + wiring.config().nodes().settings().exchangeEvery().toMillis() + "ms\n";
    }
}
