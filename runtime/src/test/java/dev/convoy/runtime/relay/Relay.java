package dev.convoy.runtime.relay;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Link;
import dev.convoy.runtime.LinkFault;
import dev.convoy.runtime.Loss;
import dev.convoy.runtime.Retransmission;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import dev.convoy.runtime.Windows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small system with the shape of the real one: a source streams numbers to workers, each of which sends what it has
 * gathered to a hub on a schedule over a slow, lossy link; the hub answers all of them when it has heard enough.
 */
public final class Relay {
    static final ActorId SOURCE = new ActorId("source");
    static final ActorId HUB = new ActorId("hub");
    private static final long LEAD_MS = 20_000;
    /** With everything that can happen on a link. */
    private static final Link BAD = new Link(
            new Link.Delay(40, 30, 0.1, OptionalLong.of(100_000)),
            new Loss.GilbertElliott(0.05, 0.3, 0.8, 0.02),
            0.1,
            new Retransmission(90, 2),
            List.of(LinkFault.cutOff(new Windows(List.of(new Windows.Window(30_000, 33_000))))));

    private final List<ActorId> workers;
    private final List<Topic<Number>> streams;
    private final Topic<Number> sums;
    private final Topic<Number> answers;
    private final Topic<Number> records;

    public Relay(int workerCount) {
        workers = IntStream.rangeClosed(1, workerCount)
                .mapToObj(i -> new ActorId("worker-" + i))
                .toList();
        streams = workers.stream()
                .map(w -> new Topic<>("stream." + w, Number.CODEC, List.of(SOURCE), List.of(w)))
                .toList();
        sums = new Topic<>("sums", Number.CODEC, workers, List.of(HUB));
        answers = new Topic<>("answers", Number.CODEC, List.of(HUB), workers);
        records = new Topic<>("records", Number.CODEC, actors(), List.of());
    }

    private List<ActorId> actors() {
        return Stream.concat(Stream.of(SOURCE, HUB), workers.stream()).toList();
    }

    public Topology topology() {
        List<Topic<?>> topics = Stream.<Topic<?>>concat(streams.stream(), Stream.of(sums, answers, records))
                .toList();
        return new Topology(actors(), topics, Optional.of(new Topology.Lead(SOURCE, LEAD_MS, records)), this::link);
    }

    private Link link(ActorId from, ActorId to) {
        if (from.equals(SOURCE)) {
            return Link.DIRECT;
        }
        boolean slow = from.equals(workers.get(0)) || to.equals(workers.get(0));
        return slow ? new Link(3_000, 2_900, 0.1) : BAD;
    }

    public Actor actor(ActorId id) {
        if (id.equals(SOURCE)) {
            return new Source(workers, streams, records);
        }
        if (id.equals(HUB)) {
            return new Hub(workers, sums, answers, records);
        }
        return new Worker(id, streams.get(workers.indexOf(id)), sums, answers, records);
    }
}
