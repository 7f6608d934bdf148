package dev.convoy.training;

import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a recorded file: once to see which columns hold numbers and which words, and once for the rows.
 *
 * @param workload if the file has all its features, they are what is learned from; else all columns are
 */
public record TableReader(Roles roles, Workload workload) {
    /** Never learned from unless asked for: they say which record it is, or what came later, not what was measured. */
    private static final Set<String> NAMES = Set.of(
            "vehicle",
            "model",
            "sequence",
            "leg",
            "phase",
            "node",
            "time_s",
            "time_ms",
            "label",
            "label_time_s",
            "decided_at_s");

    /** A file whose rows have their labels with them. */
    public LabelledTable read(Path file) throws IOException {
        CsvFile csv = new CsvFile(file);
        return read(csv, Labels.inColumn(csv.place(roles.label())));
    }

    /** A file without labels, and one that has a label for each group. */
    public LabelledTable read(Path file, Path outcomes) throws IOException {
        return read(new CsvFile(file), Labels.inFile(outcomes, roles));
    }

    private LabelledTable read(CsvFile csv, Labels labels) throws IOException {
        Map<String, Field> fields = workload.schema().fields().stream()
                .filter(Field::feature)
                .collect(Collectors.toMap(Field::name, field -> field, (one, other) -> one, LinkedHashMap::new));
        List<String> header = csv.header();
        for (String column : roles.also()) {
            csv.place(column);
        }
        boolean ours = header.containsAll(fields.keySet());
        List<String> names = ours ? withFurther(fields.keySet()) : measured(header);
        if (names.isEmpty()) {
            throw new TableException(csv + " has no column to learn from");
        }
        Groups groups = Groups.of(csv, roles);
        Survey survey = new Survey(header, names);
        csv.forEach((line, text, cells) -> survey.see(cells, labels.of(cells, groups.of(cells, line))));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            Optional<Field> physical = ours ? Optional.ofNullable(fields.get(name)) : Optional.empty();
            List<String> words = survey.words(name);
            if (physical.isPresent() && !words.isEmpty()) {
                throw new TableException(
                        csv + ": the cells of " + name + " should be numbers, not " + words.get(words.size() - 1));
            }
            columns.add(new Column(name, physical, words));
        }
        List<String> classes = ours && survey.labelsAre(workload.classes()) ? workload.classes() : survey.labels();
        return rows(csv, labels, groups, columns, classes);
    }

    private List<String> withFurther(Set<String> features) {
        List<String> names = new ArrayList<>(features);
        roles.also().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    private List<String> measured(List<String> header) {
        return header.stream()
                .filter(name -> roles.also().contains(name)
                        || (!name.equals(roles.label()) && !roles.groups().contains(name) && !NAMES.contains(name)))
                .toList();
    }

    private static LabelledTable rows(
            CsvFile csv, Labels labels, Groups groups, List<Column> columns, List<String> classes) throws IOException {
        int[] places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = csv.place(columns.get(i).name());
        }
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Tally tally = new Tally();
        csv.forEach((line, text, cells) -> {
            tally.read++;
            String group = groups.of(cells, line);
            String word = labels.of(cells, group);
            if (word.isEmpty()) {
                tally.unlabelled++;
            } else if (!seen.add(text)) {
                tally.duplicates++;
            } else {
                double[] values = new double[places.length];
                for (int i = 0; i < places.length; i++) {
                    values[i] = value(columns.get(i), cells.get(places[i]).strip());
                }
                rows.add(new Row(group, classOf(classes, word), values));
            }
        });
        return new LabelledTable(
                columns, classes, rows, new LabelledTable.Counts(tally.read, tally.unlabelled, tally.duplicates));
    }

    private static int classOf(List<String> classes, String word) {
        int named = classes.indexOf(word);
        return named >= 0 ? named : Integer.parseInt(word);
    }

    private static double value(Column column, String cell) {
        if (column.categorical()) {
            int category = column.categories().indexOf(cell);
            return category >= 0 ? category : Double.NaN;
        }
        return Cells.number(cell).orElse(Double.NaN);
    }

    private static final class Tally {
        private int read;
        private int unlabelled;
        private int duplicates;
    }
}
