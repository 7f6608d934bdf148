package dev.convoy.experiments.report;

import java.util.List;
import java.util.regex.Pattern;

/** HTML under construction; all text is escaped on its way in. */
final class Html {
    /** A number, perhaps with a tolerance and a unit; what is undefined or empty stands among numbers. */
    private static final Pattern NUMBER =
            Pattern.compile("(<? ?[-+]?[0-9][0-9.,]*( ± [0-9][0-9.,]*)?( (%|h|s|min|B|kB|MB))?|–)?");

    private final StringBuilder page = new StringBuilder();

    /** Opens an element; attributes are names and values by turns. */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        page.append('>');
        return this;
    }

    Html close(String tag) {
        page.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    /** Our own markup, not escaped: never text from a file. */
    Html markup(String trusted) {
        page.append(trusted);
        return this;
    }

    Html heading(String id, String text) {
        return element("h2", text, "id", id);
    }

    /** A table whose first column names the rows; columns of numbers are set to the right. */
    Html table(String caption, List<String> columns, List<List<String>> rows) {
        open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption)
                .open("table")
                .element("caption", caption)
                .open("thead")
                .open("tr");
        for (int i = 0; i < columns.size(); i++) {
            element("th", columns.get(i), "scope", "col", "class", style(rows, i));
        }
        close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            open("tr").element("th", row.get(0), "scope", "row");
            for (int i = 1; i < row.size(); i++) {
                element("td", row.get(i), "class", style(rows, i));
            }
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    private static String style(List<List<String>> rows, int column) {
        boolean numbers = column > 0
                && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
        return numbers ? "number" : "words";
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
