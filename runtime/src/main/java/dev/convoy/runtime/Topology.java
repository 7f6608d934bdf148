package dev.convoy.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a run consists of: its actors, its topics, and the links between them.
 *
 * @param actors in the order in which they are numbered
 * @param lead which actor is kept from running ahead of the others, if any
 * @param links from one actor to another
 */
public record Topology(
        List<ActorId> actors, List<Topic<?>> topics, Optional<Lead> lead, BiFunction<ActorId, ActorId, Link> links) {
    public Topology {
        actors = List.copyOf(actors);
        topics = List.copyOf(topics);
    }

    /**
     * Flow control: without it an actor that waits for nobody would produce its whole stream at once.
     *
     * @param leader the actor that is held back
     * @param maximumMs how far it may be ahead of the slowest of the others, in milliseconds of run time
     * @param progress the topic on which all actors make their progress known
     */
    public record Lead(ActorId leader, long maximumMs, Topic<?> progress) {
        public Lead {
            if (maximumMs < 1) {
                throw new IllegalArgumentException("the lead must be at least 1 ms: " + maximumMs);
            }
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

    public Topic<?> topic(String name) {
        return topics.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such topic: " + name));
    }

    /** The lead that this actor is held to, if it is the leader. */
    public Optional<Lead> leadOf(ActorId actor) {
        return lead.filter(l -> l.leader().equals(actor));
    }
}
