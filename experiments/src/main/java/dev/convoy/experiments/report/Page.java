package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Plots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What all reports have in common: one HTML file that needs no other, with its pictures in it. */
final class Page {
    private Page() {}

    /** Fills the body of a page. */
    @FunctionalInterface
    interface Body {
        void write(Html html) throws IOException;
    }

    static String of(String title, Body body) throws IOException {
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .open("head")
                .markup("<meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", title)
                .open("style")
                .markup(resource("report.css"))
                .close("style")
                .close("head")
                .open("body")
                .open("main");
        body.write(html);
        return html.close("main").close("body").close("html").toString();
    }

    /** A picture of those in the directory's {@code plots/}. */
    static void figure(Html html, Path directory, String name, String alternative, String howToRead)
            throws IOException {
        Path file = Plots.svg(directory, name);
        if (!Files.exists(file)) {
            html.paragraph(
                    "The plot was not drawn; `convoy plot DIR` draws it, `convoy report DIR` then shows it here.");
            return;
        }
        String image = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        html.open("figure")
                .open("img", "src", image, "alt", alternative)
                .element("figcaption", howToRead)
                .close("figure");
    }

    static String resource(String name) throws IOException {
        try (var in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
