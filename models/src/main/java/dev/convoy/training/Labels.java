package dev.convoy.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the label of a row is found; an empty word where it has none. */
@FunctionalInterface
interface Labels {
    String of(List<String> cells, String group);

    /** In the rows themselves. */
    static Labels inColumn(int place) {
        return (cells, group) -> cells.get(place).strip();
    }

    /** In a file of their own, with one label for each group. */
    static Labels inFile(Path file, Roles roles) throws IOException {
        CsvFile csv = new CsvFile(file);
        int label = csv.place(roles.label());
        Groups groups = Groups.of(csv, roles);
        Map<String, String> known = new HashMap<>();
        csv.forEach((line, text, cells) -> {
            String group = groups.of(cells, line);
            String word = cells.get(label).strip();
            String before = known.putIfAbsent(group, word);
            if (before != null && !before.equals(word)) {
                throw new TableException(
                        file + ":" + line + ": trip " + group + " has two labels, " + before + " and " + word);
            }
        });
        return (cells, group) -> known.getOrDefault(group, "");
    }
}
