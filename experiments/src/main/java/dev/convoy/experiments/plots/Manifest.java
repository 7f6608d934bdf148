package dev.convoy.experiments.plots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What {@code manifest.json} says about a run; every key may be absent. */
public final class Manifest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final JsonNode root;

    private Manifest(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** @throws UnreadableRunException if it is missing or no JSON object */
    public static Manifest read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!root.isObject()) {
                throw new UnreadableRunException(file + " is empty or no JSON object");
            }
            return new Manifest(file, root);
        } catch (NoSuchFileException e) {
            throw new UnreadableRunException("there is no " + file + ": is this the directory of a finished run?", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(file + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableRunException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The scalar at a JSON pointer (RFC 6901), such as {@code /code/commit}; empty if it is blank too. */
    public Optional<String> text(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isValueNode() && !node.asText().isBlank() && !node.isNull()
                ? Optional.of(node.asText())
                : Optional.empty();
    }

    public OptionalDouble number(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
    }

    /** Whatever stands at a JSON pointer; a missing node if nothing does. */
    public JsonNode tree(String pointer) {
        return root.at(pointer);
    }

    /** The resolved configuration as YAML (an object is given as JSON, which is YAML too). */
    public Optional<String> configuration() {
        JsonNode node = root.path("configuration");
        if (node.isTextual()) {
            return Optional.of(node.asText());
        }
        return node.isContainerNode() ? Optional.of(node.toPrettyString()) : Optional.empty();
    }

    /** The names of a replay's classes, by number; empty where vehicles were simulated. */
    public List<String> replayedClasses() {
        List<String> names = new ArrayList<>();
        configurationTree().at("/workload/classes").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The greatest staleness the aggregator took, in versions; empty if it had no such limit. */
    public OptionalLong stalenessLimit() {
        JsonNode limit = configurationTree().at("/aggregator/staleness/limit");
        JsonNode versions = limit.isObject() ? limit.path("versions") : limit;
        return versions.isIntegralNumber() ? OptionalLong.of(versions.asLong()) : OptionalLong.empty();
    }

    /** How all data came to one model; empty where the nodes trained. */
    public Optional<CentralModel> central() {
        JsonNode tree = configurationTree();
        JsonNode strategy = tree.at("/aggregator/strategy");
        return strategy.path("kind").asText().equals("central")
                ? Optional.of(new CentralModel(
                        tree.at("/nodes/decide-every").asText(),
                        strategy.path("every").asText()))
                : Optional.empty();
    }

    /**
     * A model that the aggregator trains on what the nodes forward.
     *
     * @param decideEvery between the instants at which they forward
     * @param every between the instants at which it trains
     */
    public record CentralModel(String decideEvery, String every) {}

    private JsonNode configurationTree() {
        JsonNode node = root.path("configuration");
        if (!node.isTextual()) {
            return node;
        }
        try {
            JsonNode tree = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(node.asText()));
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (YamlEngineException e) {
            throw new UnreadableRunException(file + ": 'configuration' is no YAML: " + e.getMessage(), e);
        }
    }
}
