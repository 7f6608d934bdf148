package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where two runs part: the first record, by run time over all tables, that one has and the other has not or has
 * otherwise. The hourly hashes say in which hour to look.
 */
public final class Difference {
    /**
     * What came of it.
     *
     * @param equal whether the digests are
     * @param configuration how the configurations differ, in one sentence; empty if they do not
     * @param first the first record that differs; empty if none does
     * @param models the final models that differ, nodes first
     */
    public record Result(boolean equal, Optional<String> configuration, Optional<First> first, List<String> models) {
        public Result {
            models = List.copyOf(models);
        }

        /** For the user: one sentence a line, and both records below. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            configuration.ifPresent(lines::add);
            first.ifPresent(f -> lines.addAll(f.lines()));
            if (first.isEmpty() && !models.isEmpty()) {
                lines.add("the tables are equal, but not the final models of " + String.join(", ", models));
            }
            if (lines.isEmpty()) {
                lines.add(equal ? "the runs are equal" : "the tables are equal, but the digests are not");
            }
            return lines;
        }
    }

    /**
     * The first record that differs.
     *
     * @param records what kind of records, such as {@code predictions} or {@code labels}
     * @param actor who made it
     * @param left its place and row in the one run, empty if it is not there
     */
    public record First(
            long timeMs, String file, String records, String actor, Optional<String> left, Optional<String> right) {
        List<String> lines() {
            return List.of(
                    "the first difference is at " + Cells.seconds(timeMs) + " s, in the " + records + " of " + actor
                            + " (" + file + "):",
                    "< " + left.orElse("no such record"),
                    "> " + right.orElse("no such record"));
        }
    }

    private record Subject(Strand strand, String actor) {}

    /** A record of one of the runs. */
    private record Found(long timeMs, Strand strand, String actor, String key, String text, String shown) {}

    private static final Comparator<Found> ORDER = Comparator.comparingLong(Found::timeMs)
            .thenComparing(Found::strand)
            .thenComparing(Found::actor)
            .thenComparing(Found::key);

    private final Path left;
    private final Path right;

    private Difference(Path left, Path right) {
        this.left = left;
        this.right = right;
    }

    /** @throws IOException with a message for the user, if a file of either is missing or damaged */
    public static Result of(Path left, Path right) throws IOException {
        return new Difference(left, right).compare();
    }

    private Result compare() throws IOException {
        Optional<String> configuration = configurations(
                in(left, Manifest::read).configuration(),
                in(right, Manifest::read).configuration());
        boolean equal = in(left, RunDigest::read).equals(in(right, RunDigest::read));
        Map<Subject, Long> hours = firstHours();
        if (hours.isEmpty()) {
            return new Result(equal, configuration, Optional.empty(), models());
        }
        long hour = hours.values().stream().mapToLong(Long::longValue).min().getAsLong();
        hours.values().removeIf(h -> h != hour);
        return new Result(false, configuration, Optional.of(first(hours, hour)), models());
    }

    /** The first hour in which the hashes of an actor's records of a kind differ. */
    private Map<Subject, Long> firstHours() throws IOException {
        Map<Subject, Long> hours = new HashMap<>();
        Map<Subject, TreeMap<Long, HourlyHashes.Entry>> ofLeft = bySubject(in(left, HourlyHashes::read));
        Map<Subject, TreeMap<Long, HourlyHashes.Entry>> ofRight = bySubject(in(right, HourlyHashes::read));
        ofLeft.forEach(
                (subject, entries) -> note(hours, subject, entries, ofRight.getOrDefault(subject, new TreeMap<>())));
        ofRight.forEach(
                (subject, entries) -> note(hours, subject, entries, ofLeft.getOrDefault(subject, new TreeMap<>())));
        return hours;
    }

    private static void note(
            Map<Subject, Long> hours,
            Subject subject,
            TreeMap<Long, HourlyHashes.Entry> these,
            TreeMap<Long, HourlyHashes.Entry> those) {
        these.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(those.get(entry.getKey())))
                .findFirst()
                .ifPresent(entry -> hours.merge(subject, entry.getKey(), Math::min));
    }

    private static Map<Subject, TreeMap<Long, HourlyHashes.Entry>> bySubject(List<HourlyHashes.Entry> entries) {
        Map<Subject, TreeMap<Long, HourlyHashes.Entry>> map = new HashMap<>();
        entries.forEach(entry -> map.computeIfAbsent(new Subject(entry.strand(), entry.actor()), s -> new TreeMap<>())
                .put(entry.hour(), entry));
        return map;
    }

    private First first(Map<Subject, Long> subjects, long hour) throws IOException {
        Map<String, Found> these = in(left, directory -> inHour(directory, subjects, hour));
        Map<String, Found> those = in(right, directory -> inHour(directory, subjects, hour));
        List<Found> differing = new ArrayList<>();
        these.forEach((name, found) -> {
            if (!those.containsKey(name) || !those.get(name).text().equals(found.text())) {
                differing.add(found);
            }
        });
        those.forEach((name, found) -> {
            if (!these.containsKey(name) || !these.get(name).text().equals(found.text())) {
                differing.add(found);
            }
        });
        Found first = differing.stream()
                .min(ORDER)
                .orElseThrow(() -> new RunFileException(
                        "the hashes of hour " + hour + " differ but the records do not: verify both runs"));
        return new First(
                first.timeMs(),
                first.strand().table().fileName(),
                first.strand().word(),
                first.actor(),
                in(left, directory -> shown(directory, first)),
                in(right, directory -> shown(directory, first)));
    }

    private static Map<String, Found> inHour(Path directory, Map<Subject, Long> subjects, long hour)
            throws IOException {
        Map<String, Found> found = new HashMap<>();
        for (RunTable table : RunTable.values()) {
            List<Strand> strands = Strand.of(table).stream()
                    .filter(strand -> subjects.keySet().stream().anyMatch(s -> s.strand() == strand))
                    .toList();
            if (!strands.isEmpty()) {
                TableReader.read(directory, table, row -> {
                    for (Strand strand : strands) {
                        if (strand.in(row)
                                && Math.floorDiv(strand.timeMs(row), Strand.HOUR_MS) == hour
                                && subjects.containsKey(new Subject(strand, strand.actor(row)))) {
                            Found record = found(strand, row);
                            found.put(strand.word() + "," + record.key(), record);
                        }
                    }
                });
            }
        }
        return found;
    }

    /** Where and how a run has this record, be it in another hour. */
    private static Optional<String> shown(Path directory, Found wanted) throws IOException {
        List<String> shown = new ArrayList<>();
        TableReader.read(directory, wanted.strand().table(), row -> {
            if (wanted.strand().key(row).equals(wanted.key())) {
                shown.add(found(wanted.strand(), row).shown());
            }
        });
        return shown.stream().findFirst();
    }

    private static Found found(Strand strand, Row row) throws RunFileException {
        return new Found(
                strand.in(row) ? strand.timeMs(row) : 0,
                strand,
                strand.actor(row),
                strand.key(row),
                strand.text(row),
                "line " + row.line() + ": " + row);
    }

    private List<String> models() throws IOException {
        List<FinalModels.Entry> these = in(left, FinalModels::read);
        List<FinalModels.Entry> those = in(right, FinalModels::read);
        return Stream.concat(
                        these.stream().filter(entry -> !those.contains(entry)),
                        those.stream().filter(entry -> !these.contains(entry)))
                .map(FinalModels.Entry::model)
                .distinct()
                .toList();
    }

    private static Optional<String> configurations(String left, String right) {
        if (left.equals(right)) {
            return Optional.empty();
        }
        List<String> these = left.lines().toList();
        List<String> those = right.lines().toList();
        int line = 0;
        while (line < these.size() && line < those.size() && Objects.equals(these.get(line), those.get(line))) {
            line++;
        }
        return Optional.of("the configurations differ, first in line " + (line + 1) + ": "
                + (line < these.size() ? "'" + these.get(line).strip() + "'" : "nothing") + " against "
                + (line < those.size() ? "'" + those.get(line).strip() + "'" : "nothing"));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(Path directory) throws IOException;
    }

    /** Says which of the two runs a problem is in. */
    private static <T> T in(Path directory, Reading<T> reading) throws IOException {
        try {
            return reading.read(directory);
        } catch (IOException e) {
            throw new RunFileException(directory + ": " + e.getMessage());
        }
    }
}
