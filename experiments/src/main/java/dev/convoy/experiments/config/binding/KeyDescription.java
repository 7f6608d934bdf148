package dev.convoy.experiments.config.binding;

import java.util.List;
import java.util.Optional;

/**
 * A key that can be written in a file.
 *
 * @param path {@code *} stands for the index of a list and for the keys of a mapping that are free
 * @param type what can be written, in a few words
 * @param standard its default as one line of YAML; empty if it must be given
 * @param words the kinds or words it chooses from
 * @param kind the kind it belongs to, as {@code nodes.learner=neural-network}, if it is not always there
 */
public record KeyDescription(
        String path, String type, Optional<String> standard, List<String> words, Optional<String> kind) {}
