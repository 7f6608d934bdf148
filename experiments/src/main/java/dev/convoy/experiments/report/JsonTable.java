package dev.convoy.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of the manifest as a table: a row for each entry; entries that are objects spread their plain fields over
 * columns.
 */
final class JsonTable {
    private JsonTable() {}

    /** @param entry the heading of the column that names the rows */
    static void write(Html html, String caption, String entry, JsonNode tree) {
        Set<String> fields = new LinkedHashSet<>();
        boolean scalars = false;
        for (JsonNode child : tree) {
            if (child.isObject()) {
                child.properties().forEach(field -> {
                    if (field.getValue().isValueNode()) {
                        fields.add(field.getKey());
                    }
                });
            } else {
                scalars = true;
            }
        }
        List<String> columns = new ArrayList<>(List.of(entry));
        if (scalars) {
            columns.add("value");
        }
        fields.forEach(field -> columns.add(words(field)));

        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String key : keys(tree)) {
            JsonNode child = tree.isObject() ? tree.path(key) : tree.path(number);
            List<String> row = new ArrayList<>(List.of(words(key)));
            if (scalars) {
                row.add(child.isObject() ? "" : cell(child));
            }
            fields.forEach(field -> row.add(cell(child.path(field))));
            rows.add(row);
            number++;
        }
        html.table(caption, columns, rows);
    }

    private static List<String> keys(JsonNode tree) {
        List<String> keys = new ArrayList<>();
        tree.fieldNames().forEachRemaining(keys::add);
        for (int i = 0; keys.size() < tree.size(); i++) {
            keys.add(Integer.toString(i + 1));
        }
        return keys;
    }

    private static String cell(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isIntegralNumber()
                ? Figures.count(node.asDouble())
                : node.isValueNode() ? node.asText() : node + "";
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
