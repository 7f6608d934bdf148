package dev.convoy.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a run consists of: its actors, its topics, and the links between them.
 *
 * @param actors in the order in which results are sorted
 * @param leader the actor whose stream would run ahead of all others and is held to {@code maximumLeadMs} of run time
 *     before the slowest of them
 * @param links from one actor to another
 */
public record Topology(
        List<ActorId> actors,
        List<Topic<?>> topics,
        Optional<ActorId> leader,
        long maximumLeadMs,
        BiFunction<ActorId, ActorId, Link> links) {
    public Topology {
        actors = List.copyOf(actors);
        topics = List.copyOf(topics);
        if (maximumLeadMs < 1) {
            throw new IllegalArgumentException("the lead must be at least 1 ms: " + maximumLeadMs);
        }
    }

    public Link link(ActorId from, ActorId to) {
        return links.apply(from, to);
    }

    public List<Topic<?>> writtenBy(ActorId actor) {
        return topics.stream().filter(t -> t.writers().contains(actor)).toList();
    }

    public List<Topic<?>> readBy(ActorId actor) {
        return topics.stream().filter(t -> t.readers().contains(actor)).toList();
    }
}
