package dev.convoy.telemetry;

import java.util.regex.Pattern;

/** The number of an edge node, from 1; written {@code node-1}. */
public record NodeId(int number) implements Comparable<NodeId> {
    private static final Pattern NAME = Pattern.compile("node-[1-9][0-9]{0,5}");

    public NodeId {
        if (number < 1) {
            throw new IllegalArgumentException("nodes are numbered from 1: " + number);
        }
    }

    /** Reads {@code node-3}. */
    public static NodeId parse(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("a node is named node-1, node-2, and so on: " + text);
        }
        return new NodeId(Integer.parseInt(text.substring("node-".length())));
    }

    @Override
    public int compareTo(NodeId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "node-" + number;
    }
}
