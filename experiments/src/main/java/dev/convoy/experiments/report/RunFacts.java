package dev.convoy.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convoy.experiments.plots.Incident;
import dev.convoy.experiments.plots.Manifest;
import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What was run, what went wrong on the way, and how to do it again. */
final class RunFacts {
    private final RecordedRun run;
    private final Manifest manifest;

    RunFacts(RecordedRun run) {
        this.run = run;
        this.manifest = run.manifest();
    }

    /** The run in one line. */
    String inShort() {
        List<String> parts = new ArrayList<>();
        manifest.text("/seed").ifPresent(seed -> parts.add("seed " + seed));
        manifest.text("/engine").ifPresent(engine -> parts.add(engine + " engine"));
        parts.add(run.nodes().size() + (run.nodes().size() == 1 ? " node" : " nodes"));
        parts.add(Figures.hours(run.hours()) + " of run time");
        wallSeconds().ifPresent(seconds -> parts.add("in " + seconds));
        return String.join(" · ", parts);
    }

    private Optional<String> wallSeconds() {
        OptionalDouble seconds = manifest.number("/wall/seconds");
        return seconds.isPresent() ? Optional.of(Figures.decimals(seconds, 1) + " s") : Optional.empty();
    }

    void overview(Html html) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run time", Figures.hours(run.hours())));
        rows.add(List.of("nodes", Figures.count(run.nodes().size())));
        fact(rows, "seed", "/seed");
        fact(rows, "engine", "/engine");
        wallSeconds().ifPresent(seconds -> rows.add(List.of("wall time", seconds)));
        fact(rows, "started", "/wall/started");
        fact(rows, "Convoy", "/code/version");
        commit().ifPresent(commit -> rows.add(List.of("commit", commit)));
        fact(rows, "Java", "/environment/java");
        fact(rows, "system", "/environment/os");
        fact(rows, "processor", "/environment/cpu");
        fact(rows, "cores", "/environment/processors");
        fact(rows, "digest", "/digest");
        html.heading("run", "What was run").table("The run", List.of("", "value"), rows);
        manifest.configuration()
                .ifPresent(text -> html.open("details")
                        .element("summary", "The whole configuration, with every default")
                        .open("pre")
                        .text(text)
                        .close("pre")
                        .close("details"));
    }

    void incidents(Html html) {
        html.heading("incidents", "Faults and drift");
        if (run.incidents().isEmpty()) {
            html.paragraph("Neither a fault nor a drift was planned.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Incident incident : run.incidents()) {
            rows.add(List.of(
                    incident.cause().word(),
                    incident.kind(),
                    incident.node().orElse("all"),
                    Figures.hours(incident.fromHours()),
                    Figures.hours(incident.toHours()),
                    incident.detail()));
        }
        html.table("Faults and drift", List.of("", "kind", "node", "from", "to", "detail"), rows);
    }

    private void fact(List<List<String>> rows, String name, String pointer) {
        manifest.text(pointer).ifPresent(text -> rows.add(List.of(name, text)));
    }

    private Optional<String> commit() {
        boolean changed = manifest.tree("/code/dirty").asBoolean();
        return manifest.text("/code/commit").map(commit -> commit + (changed ? " with changes" : ""));
    }

    void books(Html html) {
        html.heading("ledger", "Ledger, dead letters, restarts");
        ledger(html);
        deadLetters(html);
        JsonNode restarts = manifest.tree("/restarts");
        if (restarts.isContainerNode() && !restarts.isEmpty()) {
            JsonTable.write(html, "Processes that died and were restarted", "", restarts);
        } else {
            html.paragraph("No process had to be restarted.");
        }
    }

    private void ledger(Html html) {
        JsonNode nodes = manifest.tree("/ledger/nodes");
        if (!nodes.isObject() || nodes.isEmpty()) {
            html.paragraph("The manifest has no ledger.");
            return;
        }
        html.paragraph("The ledger follows every telemetry record: produced = predicted + unserved + dead letters"
                + " + lost, and predicted = scored + expired + those that never get a label (parked, charging, no"
                + " station ahead, exit, end). Ignored are copies of records that came twice.");
        ObjectNode accounts = JsonNodeFactory.instance.objectNode();
        nodes.properties().forEach(node -> accounts.set(node.getKey(), node.getValue()));
        accounts.set("all", manifest.tree("/ledger/total"));
        JsonTable.write(html, "Ledger: telemetry records", "node", accounts);
        JsonNode mismatches = manifest.tree("/ledger/mismatches");
        if (mismatches.isEmpty()) {
            html.paragraph("The ledger closes.");
        } else {
            JsonTable.write(html, "The ledger does not close", "", mismatches);
        }
    }

    private void deadLetters(Html html) {
        Path file = run.directory().resolve("dead-letters.csv");
        if (!Files.exists(file)) {
            html.paragraph("Dead letters were not recorded.");
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Table.Row row : Table.read(file, "topic", "reason").rows()) {
            counts.merge(row.text("reason") + ", on " + row.text("topic"), 1, Integer::sum);
        }
        if (counts.isEmpty()) {
            html.paragraph("No record was set aside as a dead letter.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((reason, records) -> rows.add(List.of(reason, Figures.count(records))));
        html.table("Dead letters: records set aside as bad", List.of("reason and topic", "records"), rows);
    }

    void again(Html html) {
        html.heading("again", "Check it, and do it again");
        html.paragraph("Recompute every score, the ledger and the digest from the records in the"
                + " directory this page lies in:");
        html.element("pre", "./convoy verify DIR");
        html.paragraph("Run it again: save the configuration above as again.yaml and type");
        html.element("pre", "./convoy run again.yaml");
        html.paragraph("With the same source"
                + commit().map(commit -> " (commit " + commit + ")").orElse("")
                + ", on the same type of processor and the same Java, it ends with the same digest"
                + manifest.text("/digest").map(digest -> ", " + digest).orElse("")
                + ", on either engine. `./convoy diff` names the first record in which two runs differ.");
    }
}
