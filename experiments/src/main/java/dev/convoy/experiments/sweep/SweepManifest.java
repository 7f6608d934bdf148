package dev.convoy.experiments.sweep;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.config.SweepConfig;
import dev.convoy.experiments.config.binding.RawValue;
import dev.convoy.experiments.records.Manifest;
import dev.convoy.experiments.records.WholeFile;
import dev.convoy.experiments.run.CodeVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Everything about a sweep that is no table: {@code sweep.json}, which says what the tables mean.
 *
 * @param engine the word for that of its runs
 * @param command how the user can make it again
 */
public record SweepManifest(SweepPlan plan, String engine, List<String> command) {
    static final String FILE = "sweep.json";

    public SweepManifest {
        command = List.copyOf(command);
    }

    public void write(Path directory) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        WholeFile.write(
                directory.resolve(FILE), mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(mapper)));
    }

    private ObjectNode json(ObjectMapper mapper) {
        Sweep sweep = plan.sweep();
        SweepConfig config = sweep.experiment().sweep();
        ObjectNode json = mapper.createObjectNode();
        json.put("name", sweep.experiment().name());
        json.put("engine", engine);
        json.put("question", config.question().orElse(""));
        json.put("first_seed", sweep.experiment().seed());
        json.put("seeds", config.seeds());
        json.put("duration_s", sweep.experiment().duration().toMillis() / 1e3);
        ArrayNode treatments = json.putArray("treatments");
        for (Sweep.Variant variant : sweep.variants()) {
            ObjectNode treatment = treatments.addObject();
            treatment.put("name", variant.treatment().name());
            treatment.put("baseline", sweep.baselineOf(variant.treatment().name()));
            ObjectNode settings = treatment.putObject("settings");
            variant.treatment().settings().forEach((key, value) -> settings.put(key, value.yaml()));
        }
        ArrayNode axes = json.putArray("axes");
        config.grid().forEach((key, values) -> {
            ObjectNode axis = axes.addObject();
            axis.put("key", key);
            ArrayNode points = axis.putArray("values");
            values.stream().map(RawValue::yaml).forEach(points::add);
            ArrayNode along = axis.putArray("numbers");
            AxisNumbers.of(values).forEach(along::add);
        });
        measures(json);
        ArrayNode shown = json.putArray("shown");
        sweep.measures().stream().map(Measure::column).forEach(shown::add);
        config.targetAccuracy().ifPresent(target -> json.put("target_accuracy", target));
        Manifest.Code code = CodeVersion.code();
        json.putPOJO("code", code);
        json.putPOJO("environment", CodeVersion.environment());
        ArrayNode again = json.putArray("command");
        command.forEach(again::add);
        json.put("configuration", Experiments.write(sweep.experiment()));
        return json;
    }

    private static void measures(ObjectNode json) {
        ArrayNode measures = json.putArray("measures");
        for (Measure measure : Measure.values()) {
            ObjectNode one = measures.addObject();
            one.put("column", measure.column());
            one.put("words", measure.words());
            one.put("unit", measure.unit());
            one.put("better", measure.better().name().toLowerCase(Locale.ROOT));
        }
    }
}
