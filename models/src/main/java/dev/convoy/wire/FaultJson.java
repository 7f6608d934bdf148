package dev.convoy.wire;

import static dev.convoy.wire.JsonKey.required;

import dev.convoy.metric.PowerLoss;
import dev.convoy.metric.Refusal;
import java.io.IOException;
import java.util.List;

/** What went wrong with a node and with what it was sent, as flat JSON. */
final class FaultJson {
    private FaultJson() {}

    static JsonType<PowerLoss> powerLoss() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("time_ms", JsonKind.COUNT),
                required("until_ms", JsonKind.COUNT),
                required("phase", JsonKind.TEXT));
        return new JsonType<>("power-loss", PowerLoss.class, keys, FaultJson::write, FaultJson::readPowerLoss);
    }

    static JsonType<Refusal> refusal() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("time_ms", JsonKind.COUNT),
                required("vehicle", JsonKind.NAME),
                required("sequence", JsonKind.COUNT));
        return new JsonType<>("refusal", Refusal.class, keys, FaultJson::write, FaultJson::readRefusal);
    }

    private static void write(Refusal refusal, JsonOutput out) throws IOException {
        out.name("node", refusal.node().toString());
        out.integer("time_ms", refusal.timeMs());
        out.name("vehicle", refusal.vehicle());
        out.integer("sequence", refusal.sequence());
    }

    private static Refusal readRefusal(JsonValues json) throws MalformedException {
        return new Refusal(json.node("node"), json.integer("time_ms"), json.text("vehicle"), json.integer("sequence"));
    }

    private static void write(PowerLoss loss, JsonOutput out) throws IOException {
        out.name("node", loss.node().toString());
        out.integer("time_ms", loss.timeMs());
        out.integer("until_ms", loss.untilMs());
        out.text("phase", loss.phase());
    }

    private static PowerLoss readPowerLoss(JsonValues json) throws MalformedException {
        return new PowerLoss(json.node("node"), json.integer("time_ms"), json.integer("until_ms"), json.text("phase"));
    }
}
