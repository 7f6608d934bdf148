package dev.convoy.experiments.plots;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cells of a CSV line (RFC 4180), and the number of the text line it starts on. */
record CsvLine(int number, List<String> cells) {
    CsvLine {
        cells = List.copyOf(cells);
    }

    /** Cuts a file's text into lines; a quoted cell may hold commas, doubled quotes and line ends. */
    static List<CsvLine> split(Path file, String text) {
        List<CsvLine> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int started = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                number++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                lines.add(new CsvLine(started, cells));
                cells.clear();
                started = number;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new UnreadableRunException(file + ":" + started + ": a quote is never closed; is the file cut off?");
        }
        if (cell.length() > 0 || !cells.isEmpty()) {
            cells.add(cell.toString());
            lines.add(new CsvLine(started, cells));
        }
        return lines;
    }
}
