package dev.convoy.experiments.plots;

import dev.convoy.runtime.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * A made-up run's directory whose tables look like those of a real one: four nodes, one of them behind a slow link, one
 * slow to compute, one down for a while, and a cold front halfway.
 */
public final class SyntheticRun {
    private static final int LIMIT = 4;
    private static final int EXCHANGE = 900;
    private static final int REPORT = 900;

    private final Path directory;
    private final int nodes;
    private final int seconds;
    private final RandomStream random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingInt(Event::order));
    private final List<Pending> buffer = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final List<String> adoptions = new ArrayList<>();
    private final long[] inUse;
    private final int[] rounds;
    private long version;
    private double now;
    private int order;

    private record Event(double time, int order, Runnable action) {}

    private record Pending(int node, int round, long base, double sent, double arrived) {}

    public SyntheticRun(Path directory, int nodes, int hours, long seed) {
        this.directory = directory;
        this.nodes = nodes;
        this.seconds = hours * 3600;
        this.random = RandomStream.named(seed, "synthetic-run");
        this.inUse = new long[nodes + 1];
        this.rounds = new int[nodes + 1];
    }

    public Path write() throws IOException {
        Files.createDirectories(directory);
        List<String> scores = new ArrayList<>();
        double[] noise = new double[nodes + 1];
        for (int node = 1; node <= nodes; node++) {
            int number = node;
            at(EXCHANGE * (1 + (node - 1.0) / nodes), () -> cut(number));
        }
        for (int t = REPORT; t <= seconds; t += REPORT) {
            at(t, () -> report(noise, scores));
        }
        while (!events.isEmpty() && events.peek().time() <= seconds) {
            Event event = events.poll();
            now = event.time();
            event.action().run();
        }
        table(
                "accuracy.csv",
                "time_s,node,version,staleness,decisions,accuracy,balanced_accuracy,kappa,log_loss,"
                        + "contested_accuracy,telemetry_accuracy,majority,no_change,last_of_vehicle,rule",
                scores);
        table(
                "updates.csv",
                "node,round,base_version,examples,bytes,sent_s,arrived_s,decided_s,staleness,age_s,fate,reason,weight,"
                        + "version_after",
                updates);
        table(
                "slices.csv",
                "slice,value,node,decisions,accuracy,balanced_accuracy,kappa,temporal_kappa,kappa_m,log_loss,"
                        + "fading_accuracy,cost_per_1000,majority,no_change,last_of_vehicle,rule",
                SyntheticScores.slices(nodes));
        table("classes.csv", "node,class,precision,recall,f1,support", SyntheticScores.classes());
        table("confusion.csv", "node,label,predicted,count", SyntheticScores.confusion());
        table("costs.csv", "node,predictor,decisions,missed,needless,cost_per_1000", SyntheticScores.costs());
        table("alarms.csv", "time_s,node,detector,decisions", SyntheticScores.alarms(seconds / 2));
        table(
                "detection.csv",
                "drift,onset_s,node,first_alarm_s,delay_s,decisions_until,alarms_before",
                SyntheticScores.detection(seconds / 2));
        table("models.csv", "time_s,version,updates,mean_staleness,max_staleness,step_norm,parameters_sha256", models);
        table("adoptions.csv", "time_s,node,version", adoptions);
        int middle = seconds / 2;
        table(
                "drift.csv",
                "time_s,end_s,node,kind,detail",
                List.of(middle + ".000," + (middle + seconds / 24) + ".000,,drift,\"cold front, -12 K\""));
        table("faults.csv", "time_s,end_s,node,kind,detail", nodes < 3 ? List.of() : List.of(down()));
        table(
                "dead-letters.csv",
                "topic,partition,offset,reason,detail",
                List.of(
                        "telemetry.node-1,0,17,unparsable,\"<script>alert(1)</script>\"",
                        "telemetry.node-1,0,19,unparsable,"));
        Files.writeString(directory.resolve("digest.txt"), "0f".repeat(32) + "\n");
        Files.writeString(directory.resolve("manifest.json"), manifest());
        return directory;
    }

    private String down() {
        return seconds / 6 + ".000," + (seconds / 6 + seconds / 18) + ".000,node-3,down,";
    }

    private boolean isDown(int node, double time) {
        return node == 3 && time >= seconds / 6.0 && time < seconds / 6.0 + seconds / 18.0;
    }

    private void at(double time, Runnable action) {
        events.add(new Event(time, order++, action));
    }

    private void cut(int node) {
        double next = now + EXCHANGE;
        if (!isDown(node, now)) {
            double compute = node == 4 ? 2400 : 30;
            double latency = node == 2 ? 1200 : 0.08 + 0.02 * random.nextDouble();
            long base = inUse[node];
            int round = ++rounds[node];
            double sent = now + compute;
            if (random.nextDouble() < 0.02) {
                updates.add(
                        row("node-%d,%d,%d,%d,1200,%.3f,,,,,lost,link,0.000000,", node, round, base, examples(), sent));
            } else {
                at(sent + latency, () -> arrive(new Pending(node, round, base, sent, now)));
            }
            next = now + Math.max(EXCHANGE, Math.ceil(compute / EXCHANGE) * EXCHANGE);
        }
        at(next, () -> cut(node));
    }

    private void arrive(Pending update) {
        if (version - update.base() > LIMIT) {
            updates.add(fate(update, "rejected", "too stale", ",", 0));
            return;
        }
        buffer.add(update);
        if (buffer.size() < 2) {
            return;
        }
        double staleness = buffer.stream()
                .mapToLong(held -> version - held.base())
                .average()
                .orElse(0);
        long worst =
                buffer.stream().mapToLong(held -> version - held.base()).max().orElse(0);
        for (Pending held : buffer) {
            double weight = 0.5 / StrictMath.sqrt(1.0 + version - held.base());
            updates.add(fate(held, "aggregated", "", "," + (version + 1), weight));
        }
        buffer.clear();
        version++;
        models.add(
                row("%.3f,%d,2,%.6f,%d,%.6f,%s", now, version, staleness, worst, 1 / (1 + now / 20000), hash(version)));
        long published = version;
        for (int node = 1; node <= nodes; node++) {
            int number = node;
            at(now + (node == 2 ? 1200 : 0.1), () -> adopt(number, published));
        }
    }

    private void adopt(int node, long published) {
        if (isDown(node, now)) {
            at(seconds / 6.0 + seconds / 18.0, () -> adopt(node, published));
        } else if (published > inUse[node]) {
            inUse[node] = published;
            adoptions.add(row("%.3f,node-%d,%d", now, node, published));
        }
    }

    private String fate(Pending update, String fate, String reason, String versionAfter, double weight) {
        return row(
                "node-%d,%d,%d,%d,1200,%.3f,%.3f,%.3f,%d,%.3f,%s,%s,%.6f%s",
                update.node(),
                update.round(),
                update.base(),
                examples(),
                update.sent(),
                update.arrived(),
                now,
                version - update.base(),
                now - update.sent() + 30,
                fate,
                reason,
                weight,
                versionAfter);
    }

    private int examples() {
        return 40 + (int) (80 * random.nextDouble());
    }

    private static String hash(long number) {
        return String.format(Locale.ROOT, "%064x", number * 0x9E3779B97F4A7C15L);
    }

    /** Scores that rise as the model learns and fall after the cold front, the baselines' below them. */
    private void report(double[] noise, List<String> scores) {
        for (int i = 0; i <= nodes; i++) {
            int node = (i + 1) % (nodes + 1);
            noise[node] = 0.9 * noise[node] + 0.012 * (random.nextDouble() - 0.5);
            double since = now - seconds / 2.0;
            double drift = since < 0 ? 0 : 0.09 * StrictMath.exp(-since / 30000) * Math.min(1, since / 10000);
            double learned = 0.91 - 0.25 * StrictMath.exp(-now / 25000) - drift + noise[node] - 0.01 * node;
            long decisions = (long) (now / 3600 * (node == 0 ? 11.5 * nodes : 11.5));
            boolean early = decisions < 10;
            scores.add(row(
                    "%.3f,%s,%d,%d,%d,%s,%s,%s,%s,%s,%s,%.6f,%.6f,%.6f,%.6f",
                    now,
                    node == 0 ? "fleet" : "node-" + node,
                    node == 0 ? version : inUse[node],
                    node == 0 ? 0 : version - inUse[node],
                    decisions,
                    early ? "" : decimals(learned),
                    early ? "" : decimals(learned - 0.03),
                    early ? "" : decimals(2 * learned - 1.05),
                    early ? "" : decimals(1.1 - learned),
                    early ? "" : decimals(learned - 0.14),
                    early ? "" : decimals(learned - 0.02),
                    0.66 + noise[node] / 2 - drift / 2,
                    0.58 - noise[node],
                    0.62 + noise[node] - 0.01 * node,
                    0.84 + noise[node] / 3 - 1.2 * drift));
        }
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.6f", Math.min(1, value));
    }

    private static String row(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells);
    }

    private void table(String name, String header, List<String> rows) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        rows.forEach(row -> text.append(row).append('\n'));
        Files.writeString(directory.resolve(name), text);
    }

    private String manifest() {
        return """
                {"name": "synthetic", "seed": 7, "engine": "local", "duration_s": %d, "digest": "%s",
                 "code": {"version": "0.1.0", "commit": "abc1234", "dirty": true},
                 "environment": {"java": "17.0.15", "os": "Linux", "cpu": "some", "processors": 2},
                 "wall": {"started": "2026-01-01T00:00:00Z", "seconds": 12.5},
                 "ledger": {"nodes": {"node-1": {"produced": 1000, "predicted": 990, "unserved": 10},
                                      "node-2": {"produced": 2000, "predicted": 1999, "unserved": 1}},
                            "total": {"produced": 3000, "predicted": 2989, "unserved": 11, "updates": {"sent": 9}},
                            "mismatches": []},
                 "restarts": [{"process": "node-2", "wall_seconds": 3.5, "cause": "killed"}],
                 "configuration": "name: synthetic\\nseed: 7\\naggregator:\\n  staleness: {limit: %d, beyond: reject}\\n"}
                """.formatted(seconds, "0f".repeat(32), LIMIT);
    }

    /** Writes a run of 72 hours for looking at. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int nodes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        new SyntheticRun(directory, nodes, 72, 1).write();
        Plots.draw(directory);
        dev.convoy.experiments.report.Report.write(directory);
    }
}
