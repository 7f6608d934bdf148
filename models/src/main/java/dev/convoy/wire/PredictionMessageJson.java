package dev.convoy.wire;

import static dev.convoy.wire.JsonKey.optional;
import static dev.convoy.wire.JsonKey.required;

import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.PredictionMessage;
import dev.convoy.prediction.Resolution;
import dev.convoy.prediction.Resolution.Ending;
import dev.convoy.telemetry.Phase;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Predictions and what became of them, as flat JSON. */
public final class PredictionMessageJson implements Wire<PredictionMessage> {
    private static final int MOST_BYTES = 16 * 1024;
    private static final Map<String, Phase> PHASES = JsonWords.of(Phase.values(), Phase::word);
    private static final Map<String, Ending> ENDINGS = JsonWords.of(Ending.values(), Ending::word);

    private final Wire<PredictionMessage> wire = new JsonWire<>(MOST_BYTES, List.of(prediction(), resolution()));

    @Override
    public byte[] encode(PredictionMessage message) {
        return wire.encode(message);
    }

    @Override
    public PredictionMessage decode(byte[] bytes) throws MalformedException {
        return wire.decode(bytes);
    }

    private static JsonType<Prediction> prediction() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("vehicle", JsonKind.NAME),
                required("leg", JsonKind.COUNT),
                required("sequence", JsonKind.COUNT),
                required("phase", JsonKind.TEXT),
                required("time_ms", JsonKind.COUNT),
                required("version", JsonKind.COUNT),
                required("probabilities", JsonKind.NUMBERS),
                required("contested", JsonKind.FLAG),
                optional("majority", JsonKind.COUNT),
                optional("no_change", JsonKind.COUNT),
                optional("last_of_vehicle", JsonKind.COUNT),
                optional("rule", JsonKind.COUNT));
        return new JsonType<>(
                "prediction",
                Prediction.class,
                keys,
                PredictionMessageJson::write,
                PredictionMessageJson::readPrediction);
    }

    private static void write(Prediction prediction, JsonOutput out) throws IOException {
        out.name("node", prediction.node().toString());
        out.name("vehicle", prediction.vehicle());
        out.integer("leg", prediction.leg());
        out.integer("sequence", prediction.sequence());
        out.text("phase", prediction.phase().word());
        out.integer("time_ms", prediction.timeMs());
        out.integer("version", prediction.version());
        double[] probabilities = new double[prediction.probabilities().classes()];
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = prediction.probabilities().of(label);
        }
        out.numbers("probabilities", probabilities);
        out.flag("contested", prediction.contested());
        out.integer("majority", prediction.baselines().majority());
        out.integer("no_change", prediction.baselines().noChange());
        out.integer("last_of_vehicle", prediction.baselines().lastOfVehicle());
        out.integer("rule", prediction.baselines().rule());
    }

    private static Prediction readPrediction(JsonValues json) throws MalformedException {
        return new Prediction(
                json.node("node"),
                json.text("vehicle"),
                json.integer("leg"),
                json.integer("sequence"),
                json.word("phase", PHASES),
                json.integer("time_ms"),
                json.integer("version"),
                Probabilities.of(json.numbers("probabilities")),
                json.flag("contested"),
                new Baselines(
                        json.optionalSmallInteger("majority"),
                        json.optionalSmallInteger("no_change"),
                        json.optionalSmallInteger("last_of_vehicle"),
                        json.optionalSmallInteger("rule")));
    }

    private static JsonType<Resolution> resolution() {
        List<JsonKey> keys = List.of(
                required("node", JsonKind.NAME),
                required("vehicle", JsonKind.NAME),
                required("leg", JsonKind.COUNT),
                required("first_sequence", JsonKind.COUNT),
                required("last_sequence", JsonKind.COUNT),
                required("predictions", JsonKind.COUNT),
                optional("decision_sequence", JsonKind.COUNT),
                required("ending", JsonKind.TEXT),
                optional("label", JsonKind.COUNT),
                required("time_ms", JsonKind.COUNT));
        return new JsonType<>(
                "resolution",
                Resolution.class,
                keys,
                PredictionMessageJson::write,
                PredictionMessageJson::readResolution);
    }

    private static void write(Resolution resolution, JsonOutput out) throws IOException {
        out.name("node", resolution.node().toString());
        out.name("vehicle", resolution.vehicle());
        out.integer("leg", resolution.leg());
        out.integer("first_sequence", resolution.firstSequence());
        out.integer("last_sequence", resolution.lastSequence());
        out.integer("predictions", resolution.predictions());
        out.integer("decision_sequence", resolution.decisionSequence());
        out.text("ending", resolution.ending().word());
        out.integer("label", resolution.label());
        out.integer("time_ms", resolution.timeMs());
    }

    private static Resolution readResolution(JsonValues json) throws MalformedException {
        return new Resolution(
                json.node("node"),
                json.text("vehicle"),
                json.integer("leg"),
                json.integer("first_sequence"),
                json.integer("last_sequence"),
                json.smallInteger("predictions"),
                json.optionalInteger("decision_sequence"),
                json.word("ending", ENDINGS),
                json.optionalSmallInteger("label"),
                json.integer("time_ms"));
    }
}
