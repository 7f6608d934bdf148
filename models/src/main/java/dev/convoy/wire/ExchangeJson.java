package dev.convoy.wire;

import static dev.convoy.wire.JsonKey.optional;
import static dev.convoy.wire.JsonKey.required;

import dev.convoy.metric.Adoption;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What became of updates and versions, as flat JSON. */
final class ExchangeJson {
    private static final Map<String, Fate> FATES = JsonWords.of(Fate.values(), Fate::word);

    private ExchangeJson() {}

    static JsonType<Adoption> adoption() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("time_ms", JsonKind.COUNT),
                required("version", JsonKind.COUNT));
        return new JsonType<>("adoption", Adoption.class, keys, ExchangeJson::write, ExchangeJson::readAdoption);
    }

    private static void write(Adoption adoption, JsonOutput out) throws IOException {
        out.name("node", adoption.node().toString());
        out.integer("time_ms", adoption.timeMs());
        out.integer("version", adoption.version());
    }

    private static Adoption readAdoption(JsonValues json) {
        return new Adoption(json.node("node"), json.integer("time_ms"), json.integer("version"));
    }

    static JsonType<UpdateFate> updateFate() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("round", JsonKind.COUNT),
                required("time_ms", JsonKind.COUNT),
                required("staleness", JsonKind.INTEGER),
                required("age_ms", JsonKind.INTEGER),
                required("fate", JsonKind.TEXT),
                optional("reason", JsonKind.TEXT),
                optional("weight", JsonKind.NUMBER),
                optional("version_after", JsonKind.COUNT));
        return new JsonType<>("update-fate", UpdateFate.class, keys, ExchangeJson::write, ExchangeJson::readFate);
    }

    private static void write(UpdateFate fate, JsonOutput out) throws IOException {
        out.name("node", fate.node().toString());
        out.integer("round", fate.round());
        out.integer("time_ms", fate.timeMs());
        out.integer("staleness", fate.staleness());
        out.integer("age_ms", fate.ageMs());
        out.text("fate", fate.fate().word());
        if (!fate.reason().isEmpty()) {
            out.text("reason", fate.reason());
        }
        out.number("weight", fate.weight());
        out.integer("version_after", fate.versionAfter());
    }

    private static UpdateFate readFate(JsonValues json) throws MalformedException {
        return new UpdateFate(
                json.node("node"),
                json.integer("round"),
                json.integer("time_ms"),
                json.integer("staleness"),
                json.integer("age_ms"),
                json.word("fate", FATES),
                json.textOrEmpty("reason"),
                json.optionalNumber("weight"),
                json.optionalInteger("version_after"));
    }
}
