package dev.convoy.runtime;

import java.util.List;

/**
 * A stream of messages of one kind: who writes it, who reads it, and how a message is put into bytes. Every writer has
 * a partition of its own, so that the open transaction of one never hides the records of another.
 *
 * @param name the topic's name without the run's prefix, such as {@code telemetry.node-3}
 * @param writers the actors that publish on it; the position in this list is the partition
 * @param readers the actors that messages on it can be delivered to; the recorder reads every topic and is not listed
 */
public record Topic<M>(String name, Codec<M> codec, List<ActorId> writers, List<ActorId> readers) {
    public Topic {
        writers = List.copyOf(writers);
        readers = List.copyOf(readers);
        if (!name.matches("[a-z][a-z0-9.-]*")) {
            throw new IllegalArgumentException("a topic's name is lower-case letters, digits, '.' and '-': " + name);
        }
        if (writers.isEmpty()) {
            throw new IllegalArgumentException("a topic needs a writer: " + name);
        }
    }

    /** The partition that belongs to a writer. */
    public int partitionOf(ActorId writer) {
        int partition = writers.indexOf(writer);
        if (partition < 0) {
            throw new IllegalArgumentException(writer + " does not write " + name);
        }
        return partition;
    }

    @Override
    public String toString() {
        return name;
    }
}
