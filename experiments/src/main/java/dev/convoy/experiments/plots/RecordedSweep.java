package dev.convoy.experiments.plots;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A sweep as its directory tells of it: {@code sweep.json} and the tables. */
public final class RecordedSweep {
    private static final String MANIFEST = "sweep.json";

    private final Path directory;
    private final Manifest manifest;
    private final List<Table.Row> runs;
    private final List<Table.Row> curves;
    private final List<Table.Row> paces;
    private final Map<String, Table.Row> paceSummary = new LinkedHashMap<>();
    private final Map<String, Table.Row> summary = new LinkedHashMap<>();

    /**
     * Settings by key path, and their name in the tables.
     *
     * @param baseline the treatment that it is compared with; itself if it is one
     */
    public record Treatment(String name, String baseline, Map<String, String> settings) {
        public boolean isBaseline() {
            return name.equals(baseline);
        }
    }

    /**
     * A key path that the grid varies.
     *
     * @param values as they are written in the file, with their units
     * @param numbers where they lie along an axis, in the same order; empty if one of them is no number
     */
    public record Axis(String key, List<String> values, List<Double> numbers) {
        /** The last part of the key path. */
        String label() {
            return key.substring(key.lastIndexOf('.') + 1);
        }
    }

    /**
     * A mean over the seeds, or a mean difference to the baseline.
     *
     * @param lower of its 95 % interval; the same as the mean where there is none
     */
    public record Estimated(int n, double mean, double lower, double upper) {
        public boolean hasInterval() {
            return n > 1;
        }
    }

    private RecordedSweep(Path directory) {
        this.directory = directory;
        this.manifest = Manifest.read(directory.resolve(MANIFEST));
        this.runs = Table.read(directory.resolve("results.csv"), "treatment", "seed", "failure")
                .rows();
        this.curves = Table.read(directory.resolve("curves.csv"), "treatment", "time_s", "mean", "lower", "upper")
                .rows();
        Path pace = directory.resolve("pace.csv");
        this.paces = Files.exists(pace)
                ? Table.read(pace, "treatment", "seed", "records_per_s").rows()
                : List.of();
        if (!paces.isEmpty()) {
            Table.read(directory.resolve("pace-summary.csv"), "treatment", "n", "mean", "sd", "lower", "upper")
                    .rows()
                    .forEach(row -> paceSummary.put(row.text("treatment"), row));
        }
        Table.read(directory.resolve("summary.csv"), "treatment", "measure", "n", "mean", "lower", "upper", "p_holm")
                .rows()
                .forEach(row -> summary.put(row.text("treatment") + "\n" + row.text("measure"), row));
    }

    /** @throws UnreadableRunException if a file is missing, empty or malformed */
    public static RecordedSweep read(Path directory) {
        return new RecordedSweep(directory);
    }

    /** Whether there is a sweep in this directory, and not a run. */
    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(MANIFEST));
    }

    public Path directory() {
        return directory;
    }

    public Manifest manifest() {
        return manifest;
    }

    public String name() {
        return manifest.text("/name").orElse("sweep");
    }

    /** The baseline in words: its name if there is one for all treatments. */
    public String baseline() {
        List<String> all =
                treatments().stream().map(Treatment::baseline).distinct().toList();
        return all.size() == 1 ? all.get(0) : "its baseline";
    }

    /** The word for the engine of its runs. */
    public String engine() {
        return manifest.text("/engine").orElse("local");
    }

    public int seeds() {
        return (int) manifest.number("/seeds").orElse(0);
    }

    public List<Treatment> treatments() {
        List<Treatment> treatments = new ArrayList<>();
        for (JsonNode one : manifest.tree("/treatments")) {
            Map<String, String> settings = new LinkedHashMap<>();
            one.path("settings")
                    .properties()
                    .forEach(entry ->
                            settings.put(entry.getKey(), entry.getValue().asText()));
            treatments.add(new Treatment(
                    one.path("name").asText(), one.path("baseline").asText(), settings));
        }
        return treatments;
    }

    public List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        for (JsonNode one : manifest.tree("/axes")) {
            List<String> values = new ArrayList<>();
            one.path("values").forEach(value -> values.add(value.asText()));
            List<Double> numbers = new ArrayList<>();
            one.path("numbers").forEach(number -> numbers.add(number.asDouble()));
            axes.add(new Axis(one.path("key").asText(), values, numbers));
        }
        return axes;
    }

    /** Whether some treatments have names of their own, beside what the grid makes of them. */
    public boolean named() {
        return treatments().get(0).settings().size() > axes().size();
    }

    public List<SweepMeasure> measures() {
        List<SweepMeasure> measures = new ArrayList<>();
        for (JsonNode one : manifest.tree("/measures")) {
            measures.add(new SweepMeasure(
                    one.path("column").asText(),
                    one.path("words").asText(),
                    one.path("unit").asText(),
                    one.path("better").asText()));
        }
        return measures;
    }

    /** Those that the sweep is to show, the most important first. */
    public List<SweepMeasure> shown() {
        List<SweepMeasure> shown = new ArrayList<>();
        manifest.tree("/shown").forEach(column -> shown.add(measure(column.asText())));
        if (shown.isEmpty()) {
            throw new UnreadableRunException(directory.resolve(MANIFEST)
                    + " does not say what is to be shown: it is of an older version, make the sweep again");
        }
        return shown;
    }

    /** The first of those shown, at most so many. */
    List<SweepMeasure> shown(int most) {
        return shown().stream().limit(most).toList();
    }

    public SweepMeasure measure(String column) {
        return measures().stream()
                .filter(measure -> measure.column().equals(column))
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableRunException(directory.resolve(MANIFEST) + " knows no measure " + column));
    }

    /** Over the seeds; empty where it is undefined for all of them. */
    public Optional<Estimated> mean(String treatment, SweepMeasure measure) {
        return row(treatment, measure).map(row -> estimated(row, "n", "mean", "lower", "upper"));
    }

    /** To the baseline, seed by seed. */
    public Optional<Estimated> difference(String treatment, SweepMeasure measure) {
        return row(treatment, measure)
                .filter(row -> row.number("difference").isPresent())
                .map(row -> estimated(row, "pairs", "difference", "difference_lower", "difference_upper"));
    }

    /** The chance of such a difference if there were none, corrected for how many are tested. */
    public OptionalDouble corrected(String treatment, SweepMeasure measure) {
        return row(treatment, measure).map(row -> row.number("p_holm")).orElse(OptionalDouble.empty());
    }

    /** A line of the summary. */
    public Optional<Table.Row> row(String treatment, SweepMeasure measure) {
        return Optional.ofNullable(summary.get(treatment + "\n" + measure.column()));
    }

    /** The values of single runs. */
    List<Double> values(String treatment, SweepMeasure measure) {
        return runs.stream()
                .filter(row -> row.text("treatment").equals(treatment))
                .flatMap(row -> row.number(measure.column()).stream().boxed())
                .toList();
    }

    /** Telemetry records in a second of wall time of single runs; empty where that was not taken. */
    List<Double> paces(String treatment) {
        return paces.stream()
                .filter(row -> row.text("treatment").equals(treatment))
                .map(row -> row.needed("records_per_s"))
                .toList();
    }

    /** The mean of those over the runs. */
    public Optional<Table.Row> pace(String treatment) {
        return Optional.ofNullable(paceSummary.get(treatment));
    }

    /** The accuracy over run time. */
    List<Table.Row> curve(String treatment) {
        return curves.stream()
                .filter(row -> row.text("treatment").equals(treatment))
                .toList();
    }

    /** Runs that failed, a line each. */
    public List<String> failures() {
        return runs.stream()
                .filter(row -> !row.text("failure").isEmpty())
                .map(row -> row.text("treatment") + ", seed " + row.text("seed") + ": " + row.text("failure"))
                .toList();
    }

    private static Estimated estimated(Table.Row row, String n, String mean, String lower, String upper) {
        double middle = row.needed(mean);
        return new Estimated(
                (int) row.needed(n),
                middle,
                row.number(lower).orElse(middle),
                row.number(upper).orElse(middle));
    }
}
