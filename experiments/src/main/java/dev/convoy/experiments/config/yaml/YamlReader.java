package dev.convoy.experiments.config.yaml;

import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import dev.convoy.experiments.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into a tree. Strict and bounded: no tags, each key once, aliases only to what is complete, and
 * limits on length, depth and, with aliases counted each time, on the number of values.
 */
public final class YamlReader {
    /** Longest text, in characters. */
    public static final int LONGEST = 256 * 1024;

    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 20_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LONGEST).build();

    private final IntFunction<Place> places;
    private final Mistakes mistakes;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private final Iterator<Event> events;
    private long nodes;

    private YamlReader(IntFunction<Place> places, String text, Mistakes mistakes) {
        this.places = places;
        this.mistakes = mistakes;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /** Reads a file's text; empty if it is no YAML. Nothing at all reads as nothing. */
    public static Optional<YamlNode> readFile(String file, String text, Mistakes mistakes) {
        return read(line -> new Place(file, line), text, mistakes);
    }

    /** Reads the value of an option, which has one place. */
    public static Optional<YamlNode> readValue(Place place, String text, Mistakes mistakes) {
        return read(line -> place, text, mistakes);
    }

    private static Optional<YamlNode> read(IntFunction<Place> places, String text, Mistakes mistakes) {
        if (text.length() > LONGEST) {
            mistakes.add(places.apply(0), "longer than " + LONGEST + " characters");
            return Optional.empty();
        }
        try {
            return Optional.of(new YamlReader(places, text, mistakes).document());
        } catch (Refusal refusal) {
            mistakes.add(refusal.place, refusal.getMessage());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            mistakes.add(
                    places.apply(mark.map(m -> m.getLine() + 1).orElse(0)),
                    "not valid YAML"
                            + mark.map(m -> " at column " + (m.getColumn() + 1)).orElse("") + ": "
                            + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            mistakes.add(places.apply(0), "not valid YAML: " + oneLine(e.getMessage()));
        }
        return Optional.empty();
    }

    private YamlNode document() {
        YamlNode root = new Scalar(places.apply(0), "", false);
        boolean first = true;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() != Event.ID.DocumentStart) {
                continue;
            }
            if (!first) {
                throw new Refusal(place(event), "a second document begins here; one is read");
            }
            first = false;
            root = node(events.next(), 0);
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Refusal(place(event), "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        count(event, 1);
        YamlNode node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private YamlNode aliased(AliasEvent event) {
        YamlNode node = anchors.get(event.getAlias());
        if (node == null) {
            throw new Refusal(place(event), "alias *" + event.getAlias() + " names nothing that is complete here");
        }
        count(event, node.size());
        return node;
    }

    private YamlNode scalar(ScalarEvent event) {
        requireNoTag(event, event.getTag());
        return new Scalar(place(event), event.getValue(), !event.isPlain());
    }

    private YamlNode collection(Event event, int depth) {
        requireNoTag(event, ((CollectionStartEvent) event).getTag());
        return event.getEventId() == Event.ID.SequenceStart ? sequence(event, depth) : mapping(event, depth);
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(place(start), items);
    }

    private YamlNode mapping(Event start, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, depth + 1);
            Place keyPlace = place(event);
            YamlNode value = node(events.next(), depth + 1);
            Optional<String> name = key.scalar().filter(k -> !k.isNothing()).map(Scalar::text);
            if (name.isEmpty()) {
                mistakes.add(keyPlace, "a key must be a word, found " + key.found());
                continue;
            }
            Entry before = entries.putIfAbsent(name.get(), new Entry(keyPlace, name.get(), value));
            if (before != null) {
                mistakes.add(
                        keyPlace,
                        "key '" + name.get() + "' is given twice"
                                + (before.place().line() == 0
                                        ? ""
                                        : ", first on line " + before.place().line()));
            }
        }
        return new Mapping(place(start), List.copyOf(entries.values()));
    }

    private void count(Event event, long more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new Refusal(place(event), "more than " + MOST_NODES + " values, with aliases counted each time");
        }
    }

    private void requireNoTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            mistakes.add(place(event), "tags are not read here: " + tag.get());
        }
    }

    private Place place(Event event) {
        return places.apply(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Ends the reading of a document whose rest cannot be trusted. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Place place;

        Refusal(Place place, String message) {
            super(message);
            this.place = place;
        }
    }
}
