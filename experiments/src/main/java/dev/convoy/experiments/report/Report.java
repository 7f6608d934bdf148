package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Plots;
import dev.convoy.experiments.plots.RecordedDetection;
import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.RecordedScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of a run: one HTML file that needs no other, made from the files in the run's directory. */
public final class Report {
    private final RecordedRun run;

    private Report(RecordedRun run) {
        this.run = run;
    }

    /**
     * Writes {@code report.html} into a run's directory. It shows the plots that lie in {@code plots/}: draw them first.
     *
     * @throws dev.convoy.experiments.plots.UnreadableRunException if a file is missing, empty or malformed
     * @throws IOException if the report cannot be written
     */
    public static Path write(Path directory) throws IOException {
        Path file = directory.resolve("report.html");
        return Files.writeString(file, page(RecordedRun.read(directory)));
    }

    private static String page(RecordedRun run) throws IOException {
        return Page.of(run.name() + ": Convoy report", new Report(run)::body);
    }

    private void body(Html html) throws IOException {
        Headline headline = new Headline(run);
        RunFacts facts = new RunFacts(run);
        html.element("h1", run.name())
                .element("p", headline.sentence(), "class", "lead")
                .paragraph(facts.inShort());
        html.markup(Page.resource("contents.html"));
        headline.write(html);
        figure(
                html,
                "accuracy",
                "Accuracy of the fleet and of each node over run time, with baselines, faults and drift",
                "A model is worth its cost where the thick line runs above all dashed ones. Left of the dotted line"
                        + " fewer decisions are counted than the window holds, so the curves jump; ticks at the foot of"
                        + " a node's panel are global models arriving, triangles at its head alarms of its drift"
                        + " detector, if it has one; shaded are faults and drift.");
        scores(html);
        updates(html);
        html.heading("models", "Global models");
        if (Files.exists(Plots.svg(run.directory(), "versions"))) { // left out where no node was ever behind
            figure(
                    html,
                    "versions",
                    "Versions each node's model lay behind the newest, over run time",
                    "The higher the area, the older the model a node predicted with; at zero it had the newest.");
        }
        new ModelTables(run).write(html);
        new EffortTable(run).write(html);
        facts.incidents(html);
        new DetectionTable(RecordedDetection.read(run.directory())).write(html);
        facts.books(html);
        facts.overview(html);
        facts.again(html);
        html.markup(Page.resource("words.html"));
    }

    private void scores(Html html) throws IOException {
        RecordedScores recorded = RecordedScores.read(run.directory());
        WholeRunTables tables = new WholeRunTables(run, recorded);
        html.heading("scores", "The run as a whole");
        if (tables.empty()) {
            html.paragraph("The scores of the whole run were not recorded.");
            return;
        }
        tables.all(html);
        html.heading("slices", "Where the model is right");
        if (Files.exists(Plots.svg(run.directory(), "slices"))) { // left out where no part has enough decisions
            figure(
                    html,
                    "slices",
                    "Accuracy of the model and of baselines in parts of the fleet's decisions",
                    "Each line is a part of the decisions. Where a baseline's mark lies right of the blue bar, the"
                            + " model was no help there; the wider the bar, the less the part can tell.");
        }
        tables.slices(html);
        new ClassTables(run, recorded).write(html);
    }

    private void updates(Html html) throws IOException {
        UpdateTables tables = new UpdateTables(run);
        html.heading("staleness", "Staleness of updates");
        if (tables.empty()) {
            html.paragraph(
                    run.manifest().central().isPresent()
                            ? "The nodes sent no updates: the aggregator learned from their data."
                            : "The nodes sent no updates: each learned alone.");
            return;
        }
        figure(
                html,
                "staleness",
                "Staleness of each update over run time, and counted per node",
                "Each mark is an update, in the row of its staleness and at the hour its fate was decided; a node that"
                        + " keeps to the upper rows is late. Crosses were rejected. Below, the longer the dark part of a"
                        + " bar, the staler the node's updates.");
        tables.staleness(html);
        html.heading("fates", "Fates of updates");
        figure(
                html,
                "fates",
                "Fates of updates per node",
                "Only what is aggregated shapes the global model: a node with a short blue part is hardly heard.");
        tables.fates(html);
        ParticipationTable.read(run.directory()).write(html);
    }

    private void figure(Html html, String name, String alternative, String howToRead) throws IOException {
        Page.figure(html, run.directory(), name, alternative, howToRead);
    }
}
