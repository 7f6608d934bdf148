package dev.convoy.experiments.recording;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.Workload;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Three tables of one fleet: every record, every outcome, and the two joined, one row for each decision: the last record
 * of a leg before its decision point, with the label that came later.
 */
final class FleetTables implements Recorder, Closeable {
    static final String TELEMETRY = "telemetry.csv.gz";
    static final String OUTCOMES = "outcomes.csv";
    static final String LABELLED = "labelled.csv.gz";

    private static final long ARRIVES_AFTER_MS = 1;

    private final Workload workload;
    private final Path directory;
    private final Writer telemetry;
    private final Writer outcomes;
    private final Map<Leg, List<Heard>> open = new HashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private long records;
    private long known;
    private long delaysMs;

    private record Leg(String vehicle, long number) {}

    /** A record with its cells from the vehicle's model on. */
    private record Heard(long timeMs, String node, String cells) {}

    private record Decision(Heard record, Leg leg, Outcome outcome) {}

    FleetTables(Path directory, Workload workload) throws IOException {
        this.workload = workload;
        this.directory = directory;
        this.telemetry = writer(TELEMETRY);
        this.outcomes = writer(OUTCOMES);
        telemetry.write("time_s,node,vehicle,sequence,leg,phase,model," + fields() + "\n");
        outcomes.write("vehicle,leg,label,decided_at_s,energy_kwh,time_s\n");
    }

    @Override
    public synchronized void record(Envelope<?> envelope) {
        try {
            if (envelope.message() instanceof Telemetry record) {
                heard(record, envelope.topic().name().replaceFirst("^telemetry\\.", ""));
            } else if (envelope.message() instanceof Outcome outcome) {
                known(outcome);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heard(Telemetry record, String node) throws IOException {
        StringBuilder cells = new StringBuilder(record.model().replace(',', ' '));
        for (int i = 0; i < record.values().size(); i++) {
            cells.append(',');
            if (record.values().has(i)) {
                cells.append(plain(record.values().get(i)));
            }
        }
        telemetry.write(seconds(record.timeMs()) + "," + node + "," + record.vehicle() + "," + record.sequence() + ","
                + record.leg() + "," + record.phase().word() + "," + cells + "\n");
        records++;
        if (record.leg() > 0) {
            open.computeIfAbsent(new Leg(record.vehicle(), record.leg()), leg -> new ArrayList<>())
                    .add(new Heard(record.timeMs(), node, cells.toString()));
        }
    }

    /** The first of the messages in which every node of a leg is told the same. */
    private void known(Outcome outcome) throws IOException {
        Leg leg = new Leg(outcome.vehicle(), outcome.leg());
        Optional<List<Heard>> heard = Optional.ofNullable(open.remove(leg));
        if (heard.isEmpty()) {
            return;
        }
        outcomes.write(outcome.vehicle() + "," + outcome.leg() + "," + label(outcome) + ","
                + seconds(outcome.decidedAtMs()) + "," + plain(outcome.energyKwh()) + "," + seconds(outcome.timeMs())
                + "\n");
        known++;
        List<Heard> before = heard.get().stream()
                .filter(record -> record.timeMs() + ARRIVES_AFTER_MS < outcome.decidedAtMs())
                .toList();
        if (outcome.label().isPresent() && !before.isEmpty()) {
            Heard last = before.get(before.size() - 1);
            decisions.add(new Decision(last, leg, outcome));
            delaysMs += outcome.timeMs() - last.timeMs();
        }
    }

    long records() {
        return records;
    }

    long outcomes() {
        return known;
    }

    int decisions() {
        return decisions.size();
    }

    /** The mean time from a decision to its label, in whole minutes. */
    long delayMinutes() {
        return decisions.isEmpty() ? 0 : delaysMs / decisions.size() / 60_000;
    }

    /** Writes the joined table and ends the others. */
    @Override
    public void close() throws IOException {
        telemetry.close();
        outcomes.close();
        decisions.sort(Comparator.comparingLong((Decision d) -> d.record().timeMs())
                .thenComparing(d -> d.leg().vehicle())
                .thenComparingLong(d -> d.leg().number()));
        try (Writer labelled = writer(LABELLED)) {
            labelled.write("time_s,node,vehicle,leg,label,label_time_s,model," + fields() + "\n");
            for (Decision d : decisions) {
                labelled.write(seconds(d.record().timeMs()) + "," + d.record().node() + ","
                        + d.leg().vehicle() + ","
                        + d.leg().number() + "," + label(d.outcome()) + ","
                        + seconds(d.outcome().timeMs()) + ","
                        + d.record().cells() + "\n");
            }
        }
    }

    private String label(Outcome outcome) {
        return outcome.label().isPresent()
                ? workload.classes().get(outcome.label().getAsInt())
                : "";
    }

    private String fields() {
        return workload.schema().fields().stream().map(Field::name).collect(Collectors.joining(","));
    }

    private Writer writer(String name) throws IOException {
        Path file = directory.resolve(name);
        return new BufferedWriter(new OutputStreamWriter(
                name.endsWith(".gz") ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file),
                StandardCharsets.UTF_8));
    }

    private static String seconds(long milliseconds) {
        return plain(milliseconds / 1e3);
    }

    private static String plain(double value) {
        String text = BigDecimal.valueOf(value).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {}

    @Override
    public void deadLetter(DeadLetter letter) {}
}
