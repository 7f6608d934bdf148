package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The rows a table must have, because they follow from another one. */
record ExpectedRows(RunTable table, List<String[]> rows, RunTable source) {
    /** @return how many cells were compared */
    long compare(Path directory) throws IOException {
        Iterator<String[]> left = rows.iterator();
        TableReader.read(directory, table, row -> {
            if (!left.hasNext()) {
                throw row.problem(
                        "recorded, but " + rows.size() + " rows are all that follow from " + source.fileName());
            }
            String[] cells = left.next();
            for (int i = 0; i < cells.length; i++) {
                row.require(table.columns().get(i), cells[i], source);
            }
        });
        if (left.hasNext()) {
            throw new RunFileException(table.fileName() + " ends too early: recomputed " + String.join(",", left.next())
                    + " as its next row");
        }
        return (long) rows.size() * table.columns().size();
    }
}
