package dev.convoy.runtime;

/** The name of an actor, such as {@code fleet}, {@code node-3} or {@code aggregator}; ordered by name. */
public record ActorId(String name) implements Comparable<ActorId> {
    private static final int LONGEST = 63;

    public ActorId {
        if (!isName(name)) {
            throw new IllegalArgumentException("an actor's name is lower-case letters, digits and '-': " + name);
        }
    }

    /** Spelt out, because one is read with every message. */
    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.charAt(0) < 'a' || name.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return true;
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
