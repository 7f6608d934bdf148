package dev.convoy.aggregator;

/** No federation: each node learns alone. The lower bound that every strategy must beat. */
public record None() implements Unmerged {
    public static None standard() {
        return new None();
    }
}
