package dev.convoy.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One pass over the files before anything starts: whether they are there and have the columns, and what the experiment
 * left to be found in them: ranges, words, classes, nodes.
 */
public final class Survey {
    private static final int MOST_CLASSES = 1000;

    private final Replay replay;
    private final UnaryOperator<Path> locate;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, ColumnContent> contents = new LinkedHashMap<>();
    private final Set<String> labels = new TreeSet<>();
    private final Set<String> nodes = new TreeSet<>();
    private List<Feature> wanted = List.of();

    /**
     * What is wrong.
     *
     * @param key the key path below the workload's
     */
    public record Mistake(String key, String message) {}

    /** @param replay with everything filled in; as it was if there are mistakes */
    public record Result(Replay replay, List<Mistake> mistakes) {
        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    private Survey(Replay replay, UnaryOperator<Path> locate) {
        this.replay = replay;
        this.locate = locate;
    }

    /** @param locate from the path that is written to the file that is meant */
    public static Result of(Replay replay, UnaryOperator<Path> locate) {
        return replay.known() ? new Result(replay, List.of()) : new Survey(replay, locate).result();
    }

    private Result result() {
        require(!replay.files().isEmpty(), "files", "files must name at least one file");
        List<Path> files = located("files", replay.files());
        List<Path> tests = located("test-files", replay.testFiles());
        if (!mistakes.isEmpty()) {
            return new Result(replay, mistakes);
        }
        try {
            checkColumns("files", files);
            checkColumns("test-files", tests);
            if (mistakes.isEmpty()) {
                for (Path file : files) {
                    read(file);
                }
                return new Result(resolved(files, tests), mistakes);
            }
        } catch (IOException e) {
            require(false, "files", e.getMessage());
        }
        return new Result(replay, mistakes);
    }

    private List<Path> located(String key, List<DataFile> files) {
        List<Path> located = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            DataFile file = files.get(i);
            Optional<Path> path = file.path().map(locate);
            if (path.isPresent() && Files.isRegularFile(path.get()) && Files.isReadable(path.get())) {
                located.add(path.get().toAbsolutePath().normalize());
            } else {
                String hint = replay.whereFrom().map(text -> "; " + text).orElse("");
                require(false, key + "." + i, "there is no file " + file + " that can be read" + hint);
            }
        }
        return located;
    }

    private void checkColumns(String key, List<Path> files) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            try (CsvRows rows = new CsvRows(files.get(i), replay.columns())) {
                if (key.equals("files") && i == 0) {
                    wanted = wanted(rows.header());
                }
                checkColumns(key + "." + i, files.get(i), rows.header(), i == 0 && key.equals("files"));
            }
        }
    }

    private void checkColumns(String fileKey, Path file, List<String> header, boolean first) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < replay.features().size(); i++) {
            keys.put(replay.features().get(i).column(), "features." + i);
        }
        wanted.forEach(feature -> keys.putIfAbsent(feature.column(), "features"));
        for (int i = 0; i < replay.ignore().size(); i++) {
            keys.put(replay.ignore().get(i), "ignore." + i);
        }
        replay.time().ifPresent(column -> keys.put(column, "time"));
        replay.vehicle().ifPresent(column -> keys.put(column, "vehicle"));
        nodeColumn().ifPresent(column -> keys.put(column, "node"));
        keys.put(replay.label().column(), "label");
        keys.forEach((column, key) -> require(
                header.contains(column),
                first ? key : fileKey,
                "there is no column '" + column + "' in " + file.getFileName() + "; it has "
                        + String.join(", ", header)));
    }

    private List<Feature> wanted(List<String> header) {
        if (!replay.features().isEmpty()) {
            return replay.features();
        }
        Set<String> others = new HashSet<>(replay.ignore());
        replay.time().ifPresent(others::add);
        replay.vehicle().ifPresent(others::add);
        nodeColumn().ifPresent(others::add);
        others.add(replay.label().column());
        return header.stream()
                .filter(column -> !others.contains(column))
                .map(Feature::parse)
                .toList();
    }

    private Optional<String> nodeColumn() {
        return replay.node() instanceof Assignment.ByColumn by ? Optional.of(by.column()) : Optional.empty();
    }

    private void read(Path file) throws IOException {
        try (CsvRows rows = new CsvRows(file, replay.columns())) {
            Map<String, Integer> places = rows.places();
            int width = rows.header().size();
            for (Optional<CsvRows.Line> line = rows.next(); line.isPresent(); line = rows.next()) {
                if (line.get().cells().size() == width) {
                    see(line.get().cells(), places);
                }
            }
        }
    }

    private void see(List<String> cells, Map<String, Integer> places) {
        for (Feature feature : wanted) {
            String cell = cells.get(places.get(feature.column()));
            if (!feature.isResolved() && !replay.absent().contains(cell)) {
                contents.computeIfAbsent(feature.column(), c -> new ColumnContent(feature))
                        .see(cell);
            }
        }
        String label = cells.get(places.get(replay.label().column()));
        if (labels.size() <= MOST_CLASSES && !replay.absent().contains(label)) {
            labels.add(label);
        }
        nodeColumn().ifPresent(column -> {
            if (nodes.size() <= Assignment.ByColumn.MOST_VALUES) {
                nodes.add(cells.get(places.get(column)));
            }
        });
    }

    private Replay resolved(List<Path> files, List<Path> tests) throws IOException {
        List<Feature> features = new ArrayList<>();
        for (Feature feature : wanted) {
            if (feature.isResolved()) {
                features.add(feature);
            } else {
                Optional<ColumnContent> content = Optional.ofNullable(contents.get(feature.column()));
                Optional<String> refusal = content.isEmpty()
                        ? Optional.of("column '" + feature.column() + "' has no value at all; leave it out with ignore")
                        : content.get().refusal();
                require(refusal.isEmpty(), "features", refusal.orElse(""));
                if (refusal.isEmpty()) {
                    features.add(content.orElseThrow().feature());
                }
            }
        }
        require(!features.isEmpty() || !mistakes.isEmpty(), "features", "there is no column left to be a feature");
        require(nodes.size() <= Assignment.ByColumn.MOST_VALUES, "node", "the column has too many different values");
        List<String> classes = classes();
        if (!mistakes.isEmpty()) {
            return replay;
        }
        Assignment node = nodeColumn()
                .<Assignment>map(column -> new Assignment.ByColumn(column, List.copyOf(nodes)))
                .orElse(replay.node());
        return replay.with(hashed(files), hashed(tests), node, features, classes);
    }

    private List<String> classes() {
        List<String> fixed = replay.label().classes().isEmpty()
                ? replay.classes()
                : replay.label().classes();
        List<String> classes = fixed.isEmpty() ? List.copyOf(labels) : fixed;
        require(
                classes.size() >= 2 && classes.size() <= MOST_CLASSES,
                "label",
                "column '" + replay.label().column() + "' must have 2 to " + MOST_CLASSES + " different labels: "
                        + (classes.size() > MOST_CLASSES ? "more" : classes));
        return classes;
    }

    private static List<DataFile> hashed(List<Path> files) throws IOException {
        List<DataFile> hashed = new ArrayList<>();
        for (Path file : files) {
            hashed.add(DataFile.of(FileHash.of(file), file));
        }
        return hashed;
    }

    private void require(boolean holds, String key, String otherwise) {
        if (!holds) {
            mistakes.add(new Mistake(key, otherwise));
        }
    }
}
