package dev.convoy.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What kinds of values the columns have, and which labels there are. */
final class Survey {
    private static final int MOST_CATEGORIES = 1_000;

    private final Map<String, Content> columns = new LinkedHashMap<>();
    private final Set<String> labels = new TreeSet<>();

    private static final class Content {
        private final int place;
        private final Set<String> values = new TreeSet<>();
        private boolean words;

        Content(int place) {
            this.place = place;
        }
    }

    Survey(List<String> header, List<String> names) {
        names.forEach(name -> columns.put(name, new Content(header.indexOf(name))));
    }

    /** @param label empty if the row has none; then it says nothing about the columns either */
    void see(List<String> cells, String label) throws TableException {
        if (label.isEmpty()) {
            return;
        }
        if (labels.size() < MOST_CATEGORIES) {
            labels.add(label);
        }
        for (Map.Entry<String, Content> column : columns.entrySet()) {
            Content content = column.getValue();
            String cell = cells.get(content.place).strip();
            if (!cell.isEmpty() && content.values.size() < MOST_CATEGORIES) {
                content.values.add(cell);
            }
            content.words = content.words || Cells.number(cell).isEmpty();
            if (content.words && content.values.size() >= MOST_CATEGORIES) {
                throw new TableException("column " + column.getKey() + " holds " + MOST_CATEGORIES
                        + " different words or more: not something to learn from");
            }
        }
    }

    /** The values of a column in their order if they are words; none if they are numbers. */
    List<String> words(String column) {
        Content content = columns.get(column);
        return content.words ? List.copyOf(content.values) : List.of();
    }

    List<String> labels() {
        return List.copyOf(labels);
    }

    /** Whether each label is one of these classes, or its number. */
    boolean labelsAre(List<String> classes) {
        return labels.stream().allMatch(label -> classes.contains(label) || isNumberOf(label, classes));
    }

    private static boolean isNumberOf(String label, List<String> classes) {
        return label.matches("[0-9]{1,4}") && Integer.parseInt(label) < classes.size();
    }
}
