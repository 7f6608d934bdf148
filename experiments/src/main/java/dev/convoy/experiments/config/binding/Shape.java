package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** What a type looks like in a file: how it is read, written and described. */
interface Shape {
    /**
     * The value of the node laid over the base. Mistakes go to the reading; what is returned then is the best there is, so
     * that the rest can be checked too, and empty if there is nothing.
     */
    Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading);

    YamlNode write(Object value);

    /** The value where none is written and no default is known. */
    default Optional<Object> absent() {
        return Optional.empty();
    }

    /** What can be written, in a few words, with an example. */
    String expected();

    /** What can be written, in as few words as a table has room for. */
    String type();

    /** The kinds or words it chooses from. */
    default List<String> words() {
        return List.of();
    }

    /** All keys below it. */
    default List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        return List.of();
    }

    /** The shape of what a key of it holds, if it has that key. */
    default Optional<Shape> child(String key) {
        return Optional.empty();
    }

    /** How it is made of a table, if it can be. */
    default Optional<TableContent> table() {
        return Optional.empty();
    }

    /** The mapping that a single word stands for, if it can stand for one. */
    default Optional<YamlNode.Mapping> expand(YamlNode.Scalar word) {
        return Optional.empty();
    }
}
