package dev.convoy.wire;

import static dev.convoy.wire.JsonKey.optional;
import static dev.convoy.wire.JsonKey.required;

import dev.convoy.metric.DriftAlarm;
import dev.convoy.metric.NodeReport;
import dev.convoy.metric.Scores;
import java.io.IOException;
import java.util.List;

/** The scores of a node and what its detector makes of them, as flat JSON. */
final class ScoreJson {
    private ScoreJson() {}

    static JsonType<NodeReport> nodeReport() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("time_ms", JsonKind.COUNT),
                required("version", JsonKind.COUNT),
                required("predicted", JsonKind.COUNT),
                required("decisions", JsonKind.COUNT),
                optional("accuracy", JsonKind.NUMBER),
                optional("balanced_accuracy", JsonKind.NUMBER),
                optional("kappa", JsonKind.NUMBER),
                optional("log_loss", JsonKind.NUMBER),
                optional("contested_accuracy", JsonKind.NUMBER),
                optional("telemetry_accuracy", JsonKind.NUMBER),
                optional("majority", JsonKind.NUMBER),
                optional("no_change", JsonKind.NUMBER),
                optional("last_of_vehicle", JsonKind.NUMBER),
                optional("rule", JsonKind.NUMBER));
        return new JsonType<>("node-report", NodeReport.class, keys, ScoreJson::write, ScoreJson::read);
    }

    private static void write(NodeReport report, JsonOutput out) throws IOException {
        Scores scores = report.scores();
        out.name("node", report.node().toString());
        out.integer("time_ms", report.timeMs());
        out.integer("version", report.version());
        out.integer("predicted", report.predicted());
        out.integer("decisions", scores.decisions());
        out.number("accuracy", scores.accuracy());
        out.number("balanced_accuracy", scores.balancedAccuracy());
        out.number("kappa", scores.kappa());
        out.number("log_loss", scores.logLoss());
        out.number("contested_accuracy", scores.contestedAccuracy());
        out.number("telemetry_accuracy", scores.telemetryAccuracy());
        out.number("majority", scores.majority());
        out.number("no_change", scores.noChange());
        out.number("last_of_vehicle", scores.lastOfVehicle());
        out.number("rule", scores.rule());
    }

    private static NodeReport read(JsonValues json) {
        Scores scores = new Scores(
                json.integer("decisions"),
                json.optionalNumber("accuracy"),
                json.optionalNumber("balanced_accuracy"),
                json.optionalNumber("kappa"),
                json.optionalNumber("log_loss"),
                json.optionalNumber("contested_accuracy"),
                json.optionalNumber("telemetry_accuracy"),
                json.optionalNumber("majority"),
                json.optionalNumber("no_change"),
                json.optionalNumber("last_of_vehicle"),
                json.optionalNumber("rule"));
        return new NodeReport(
                json.node("node"), json.integer("time_ms"), json.integer("version"), json.integer("predicted"), scores);
    }

    static JsonType<DriftAlarm> driftAlarm() {
        List<JsonKey> keys = List.of(
                required("time_ms", JsonKind.COUNT),
                required("node", JsonKind.NAME),
                required("detector", JsonKind.NAME),
                required("decisions", JsonKind.COUNT));
        return new JsonType<>("drift-alarm", DriftAlarm.class, keys, ScoreJson::write, ScoreJson::readAlarm);
    }

    private static void write(DriftAlarm alarm, JsonOutput out) throws IOException {
        out.integer("time_ms", alarm.timeMs());
        out.name("node", alarm.node().toString());
        out.name("detector", alarm.detector());
        out.integer("decisions", alarm.decisions());
    }

    private static DriftAlarm readAlarm(JsonValues json) {
        return new DriftAlarm(
                json.integer("time_ms"), json.node("node"), json.text("detector"), json.integer("decisions"));
    }
}
