package dev.convoy.experiments.config.binding;

import java.util.ArrayList;
import java.util.List;

/** The way from the top of a file to a value: keys, and the indices of lists from 0. */
record KeyPath(List<String> keys) {
    static final KeyPath TOP = new KeyPath(List.of());

    KeyPath {
        keys = List.copyOf(keys);
    }

    static KeyPath of(String dotted) {
        return new KeyPath(List.of(dotted.split("\\.", -1)));
    }

    KeyPath child(String key) {
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return new KeyPath(longer);
    }

    KeyPath below(String dotted) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(of(dotted).keys);
        return new KeyPath(longer);
    }

    /** Whether one of the two lies on the way to the other. */
    boolean touches(KeyPath other) {
        int common = Math.min(keys.size(), other.keys.size());
        return keys.subList(0, common).equals(other.keys.subList(0, common));
    }

    boolean isTop() {
        return keys.isEmpty();
    }

    /** What a sentence about it begins with. */
    String prefix() {
        return isTop() ? "" : this + ": ";
    }

    /** How a sentence names where something is. */
    String in() {
        return isTop() ? "" : " in " + this;
    }

    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
