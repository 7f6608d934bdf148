package dev.convoy.experiments.plots;

import dev.convoy.experiments.plots.Incident.Cause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables and the manifest that a run left in its directory. */
public final class RecordedRun {
    /** The name under which all nodes together are scored. */
    public static final String FLEET = "fleet";

    /** How many of the last labelled decisions a node's score counts. */
    public static final int NODE_WINDOW = 200;

    /** How many of the last labelled decisions the fleet's score counts. */
    public static final int FLEET_WINDOW = 800;

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Path directory;
    private final Manifest manifest;
    private final Map<String, List<Table.Row>> scores;
    private final Map<String, List<Table.Row>> adoptions;
    private final Table updates;
    private final Table models;
    private final List<Incident> incidents;
    private final double hours;

    private RecordedRun(
            Path directory, Manifest manifest, Table accuracy, Table adoptions, Table updates, Table models) {
        if (accuracy.rows().isEmpty()) {
            throw new UnreadableRunException(accuracy.file()
                    + " has no rows: the run ended before its first report, so there is nothing to show");
        }
        this.directory = directory;
        this.manifest = manifest;
        this.scores = byNode(accuracy);
        this.adoptions = byNode(adoptions);
        this.updates = updates;
        this.models = models;
        this.hours = manifest.number("/duration_s").orElseGet(() -> lastSecond(accuracy)) / 3600;
        List<Incident> all = new ArrayList<>(incidents(directory.resolve("drift.csv"), Cause.DRIFT, hours));
        all.addAll(incidents(directory.resolve("faults.csv"), Cause.FAULT, hours));
        all.sort(Comparator.comparingDouble(Incident::fromHours));
        this.incidents = List.copyOf(all);
    }

    /** @throws UnreadableRunException naming the first file that is missing, empty or malformed */
    public static RecordedRun read(Path directory) {
        Manifest manifest = Manifest.read(directory.resolve("manifest.json"));
        Table accuracy = Table.read(
                directory.resolve("accuracy.csv"),
                "time_s",
                "node",
                "version",
                "staleness",
                "decisions",
                "accuracy",
                "balanced_accuracy",
                "kappa",
                "log_loss",
                "contested_accuracy",
                "telemetry_accuracy",
                "majority",
                "no_change",
                "last_of_vehicle",
                "rule");
        Table updates = Table.read(
                directory.resolve("updates.csv"),
                "node",
                "bytes",
                "sent_s",
                "decided_s",
                "staleness",
                "age_s",
                "fate",
                "reason",
                "weight");
        Table models = Table.read(
                directory.resolve("models.csv"),
                "time_s",
                "version",
                "updates",
                "mean_staleness",
                "max_staleness",
                "step_norm",
                "parameters_sha256");
        Table adoptions = Table.read(directory.resolve("adoptions.csv"), "time_s", "node", "version");
        return new RecordedRun(directory, manifest, accuracy, adoptions, updates, models);
    }

    private static Map<String, List<Table.Row>> byNode(Table table) {
        Map<String, List<Table.Row>> rows = new TreeMap<>(BY_NUMBER);
        for (Table.Row row : table.rows()) {
            rows.computeIfAbsent(row.text("node"), node -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    private static List<Incident> incidents(Path file, Cause cause, double end) {
        List<Incident> incidents = new ArrayList<>();
        for (Table.Row row :
                Table.read(file, "time_s", "end_s", "node", "kind", "detail").rows()) {
            double from = row.needed("time_s") / 3600;
            incidents.add(new Incident(
                    cause,
                    from,
                    row.hours("end_s").orElse(Math.max(from, end)),
                    Optional.of(row.text("node")).filter(node -> !node.isEmpty()),
                    row.text("kind"),
                    row.text("detail")));
        }
        return incidents;
    }

    private static double lastSecond(Table accuracy) {
        return accuracy.rows().stream()
                .mapToDouble(row -> row.needed("time_s"))
                .max()
                .orElse(0);
    }

    public Path directory() {
        return directory;
    }

    public Manifest manifest() {
        return manifest;
    }

    public Table updates() {
        return updates;
    }

    public Table models() {
        return models;
    }

    /** Faults and drift in the order in which they begin. */
    public List<Incident> incidents() {
        return incidents;
    }

    public String name() {
        return manifest.text("/name")
                .orElse(directory.toAbsolutePath().normalize().getFileName() + "");
    }

    /** The length of the run in hours of run time. */
    public double hours() {
        return hours;
    }

    /** All nodes that were scored, by number. */
    public List<String> nodes() {
        return scores.keySet().stream().filter(node -> !node.equals(FLEET)).toList();
    }

    /** The scores of a node, or of the fleet, in the order of run time. */
    public List<Table.Row> scores(String node) {
        return scores.getOrDefault(node, List.of());
    }

    /** The global models a node took over, in the order of run time. */
    public List<Table.Row> adoptions(String node) {
        return adoptions.getOrDefault(node, List.of());
    }

    /** How many of the last labelled decisions a score counts. */
    public int window(String node) {
        return node.equals(FLEET) ? FLEET_WINDOW : NODE_WINDOW;
    }

    /** The hour of the first report for which the window of a node was full. */
    public Optional<Double> windowFull(String node) {
        return scores(node).stream()
                .filter(row -> row.needed("decisions") >= window(node))
                .map(row -> row.needed("time_s") / 3600)
                .findFirst();
    }
}
