package dev.convoy.experiments.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value in YAML and where it was written. */
public sealed interface YamlNode {
    Place place();

    /** What it is, for a sentence that ends with "found ...". */
    String found();

    /** How many nodes it has, itself included, aliases counted each time. */
    long size();

    default Optional<Scalar> scalar() {
        return Optional.empty();
    }

    default Optional<Sequence> sequence() {
        return Optional.empty();
    }

    default Optional<Mapping> mapping() {
        return Optional.empty();
    }

    /** Whether there is no value: {@code key:}, {@code ~} or {@code null}. */
    default boolean isNothing() {
        return false;
    }

    /**
     * One word or number.
     *
     * @param quoted whether it stands in quotes, so that {@code "none"} is text and not the absence of a value
     */
    record Scalar(Place place, String text, boolean quoted) implements YamlNode {
        private static final int LONGEST_SHOWN = 60;

        /** One that was not read from anywhere. */
        public static Scalar plain(String text) {
            return new Scalar(Place.of(""), text, false);
        }

        @Override
        public boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String found() {
            if (isNothing()) {
                return "nothing";
            }
            String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
            return "'" + shown.replace('\n', ' ') + "'";
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public Optional<Scalar> scalar() {
            return Optional.of(this);
        }
    }

    /** A list. */
    record Sequence(Place place, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        /** This list with another value in one place. */
        public Sequence with(int index, YamlNode value) {
            List<YamlNode> changed = new ArrayList<>(items);
            changed.set(index, value);
            return new Sequence(place, changed);
        }

        @Override
        public String found() {
            return "a list";
        }

        @Override
        public long size() {
            return 1 + items.stream().mapToLong(YamlNode::size).sum();
        }

        @Override
        public Optional<Sequence> sequence() {
            return Optional.of(this);
        }
    }

    /** Keys with values, in the order in which they were written; each key once. */
    record Mapping(Place place, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        /** This mapping with the entry instead of the one of the same key, or behind the others. */
        public Mapping with(Entry entry) {
            List<Entry> changed = new ArrayList<>(entries);
            int index = entry(entry.key()).map(entries::indexOf).orElse(-1);
            if (index < 0) {
                changed.add(entry);
            } else {
                changed.set(index, entry);
            }
            return new Mapping(place, changed);
        }

        public Mapping without(String key) {
            return new Mapping(
                    place, entries.stream().filter(e -> !e.key().equals(key)).toList());
        }

        @Override
        public String found() {
            return "a mapping";
        }

        @Override
        public long size() {
            return 1 + entries.stream().mapToLong(entry -> entry.value().size()).sum();
        }

        @Override
        public Optional<Mapping> mapping() {
            return Optional.of(this);
        }
    }

    /**
     * A key with its value.
     *
     * @param place the key's
     */
    record Entry(Place place, String key, YamlNode value) {
        /** One that was not read from anywhere. */
        public static Entry of(String key, YamlNode value) {
            return new Entry(Place.of(""), key, value);
        }
    }
}
