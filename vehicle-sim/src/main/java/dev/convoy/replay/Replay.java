package dev.convoy.replay;

import dev.convoy.telemetry.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labelled rows from files: each is one telemetry record and one decision, and its label follows later.
 *
 * @param files one after the other, or with a column of times all together in the order of time
 * @param columns their names where the files have no header line; else empty
 * @param time the column of times; without it there is a row every so often
 * @param vehicle the column that says who sent the row
 * @param features empty for all columns that are nothing else
 * @param classes empty for the words found in the label's column
 * @param absent what a cell reads where there is no value
 * @param testFiles rows of the same form on which the final global model is tested
 * @param whereFrom how to get the files
 */
public record Replay(
        List<DataFile> files,
        List<String> columns,
        Optional<String> time,
        Duration every,
        Assignment node,
        Optional<String> vehicle,
        List<Feature> features,
        List<String> ignore,
        Label label,
        LabelDelay labelDelay,
        List<String> classes,
        List<String> absent,
        List<DataFile> testFiles,
        Optional<String> whereFrom)
        implements WorkloadConfig {
    public Replay {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        ignore = List.copyOf(ignore);
        classes = List.copyOf(classes);
        absent = List.copyOf(absent);
        testFiles = List.copyOf(testFiles);
        if (every.toMillis() < 1 || every.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("every must be 1ms to 365d: " + every);
        }
        if (features.stream().map(Feature::column).distinct().count() < features.size()) {
            throw new IllegalArgumentException("features must name each column once: " + features);
        }
        if (columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("columns must be named differently: " + columns);
        }
        if (classes.stream().distinct().count() < classes.size() || classes.size() == 1) {
            throw new IllegalArgumentException("classes must be two or more, each once: " + classes);
        }
        if (!classes.isEmpty() && !label.classes().isEmpty() && !classes.equals(label.classes())) {
            throw new IllegalArgumentException(
                    "classes follow from the label, " + label.classes() + "; leave them out: " + classes);
        }
    }

    public static Replay standard() {
        return new Replay(
                List.of(),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(1),
                new Assignment.RoundRobin(),
                Optional.empty(),
                List.of(),
                List.of(),
                Label.parse("label"),
                LabelDelay.NONE,
                List.of(),
                List.of(""),
                List.of(),
                Optional.empty());
    }

    /** Their hashes, the features' ranges, the classes. */
    @Override
    public boolean known() {
        return !files.isEmpty()
                && Stream.concat(files.stream(), testFiles.stream())
                        .allMatch(file -> file.sha256().isPresent())
                && !features.isEmpty()
                && features.stream().allMatch(Feature::isResolved)
                && !classes.isEmpty();
    }

    @Override
    public Workload workload() {
        return new Workload(Inputs.of(features).schema(), classes, Optional.empty());
    }

    @Override
    public Optional<Replay> replayed() {
        return Optional.of(this);
    }

    @Override
    public WorkloadConfig withoutPaths() {
        return new Replay(
                files.stream().map(DataFile::withoutPath).toList(),
                columns,
                time,
                every,
                node,
                vehicle,
                features,
                ignore,
                label,
                labelDelay,
                classes,
                absent,
                testFiles.stream().map(DataFile::withoutPath).toList(),
                Optional.empty());
    }

    Replay with(
            List<DataFile> located,
            List<DataFile> locatedTests,
            Assignment assignment,
            List<Feature> found,
            List<String> foundClasses) {
        return new Replay(
                located,
                columns,
                time,
                every,
                assignment,
                vehicle,
                found,
                ignore,
                label,
                labelDelay,
                foundClasses,
                absent,
                locatedTests,
                whereFrom);
    }
}
