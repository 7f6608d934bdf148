package dev.convoy.runtime;

/** The name of an actor, such as {@code fleet}, {@code node-3} or {@code aggregator}; ordered by name. */
public record ActorId(String name) implements Comparable<ActorId> {
    public ActorId {
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("an actor's name is lower-case letters, digits and '-': " + name);
        }
    }

    @Override
    public int compareTo(ActorId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
