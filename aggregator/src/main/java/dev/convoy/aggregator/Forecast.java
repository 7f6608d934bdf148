package dev.convoy.aggregator;

import dev.convoy.runtime.Horizon;
import dev.convoy.telemetry.NodeId;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The earliest instant at which a trigger can fire, whatever the updates turn out to be. It supposes that every arrival
 * is accepted and that nothing buffered is rejected for its age: both can only make the trigger fire later.
 *
 * <p>Where a node leaves a gap g between sends and its mark is m, its unknown updates arrive at m, m + g, m + 2g or
 * later, in some order: a mark is a bound on the node's next send plus the least delay of its link, hence the k-th
 * unknown send is at m - delay + (k - 1) g or later, and jitter only adds to the least delay. Updates that overtake one
 * another change which is the k-th to arrive, not how many can have arrived by an instant. Known arrivals were sent
 * before the unknown ones and are counted apart.
 */
final class Forecast {
    private final Trigger trigger;
    private final boolean oneUpdatePerNode;
    private final List<Participant> participants;

    Forecast(AggregatorConfig config, List<Participant> participants) {
        this.trigger = config.trigger();
        this.oneUpdatePerNode = config.strategy().oneUpdatePerNode();
        this.participants = participants;
    }

    long earliestFiring(Buffer buffer, Horizon horizon) {
        return Math.min(byDeadline(buffer, horizon), byCount(buffer, horizon));
    }

    /** The earliest instant at which any update can arrive. */
    long firstArrival(Horizon horizon) {
        return participants.stream()
                .mapToLong(participant -> firstArrival(participant, horizon))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private long byDeadline(Buffer buffer, Horizon horizon) {
        return buffer.isEmpty() ? trigger.deadlineFrom(firstArrival(horizon)) : buffer.deadline();
    }

    private long byCount(Buffer buffer, Horizon horizon) {
        if (trigger.updates().isEmpty()) {
            return Long.MAX_VALUE;
        }
        int missing = trigger.updates().get() - buffer.size();
        return oneUpdatePerNode ? nthNode(missing, buffer, horizon) : nthUpdate(missing, horizon);
    }

    private long nthNode(int n, Buffer buffer, Horizon horizon) {
        Set<NodeId> buffered = buffer.nodes();
        return participants.stream()
                .filter(participant -> !buffered.contains(participant.node()))
                .mapToLong(participant -> firstArrival(participant, horizon))
                .sorted()
                .skip(n - 1L)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private long nthUpdate(int n, Horizon horizon) {
        PriorityQueue<Possible> possible = new PriorityQueue<>(Comparator.comparingLong(Possible::instant));
        for (Participant participant : participants) {
            horizon.knownArrivals(participant.actor())
                    .forEach(instant -> possible.add(new Possible(instant, Possible.ONCE)));
            possible.add(new Possible(
                    horizon.mark(participant.actor()), participant.minimumGap().toMillis()));
        }
        for (int counted = 1; ; counted++) {
            Possible next = possible.remove();
            if (counted == n || next.gapMs() == 0) {
                return next.instant();
            }
            if (next.gapMs() != Possible.ONCE) {
                possible.add(new Possible(Instants.plus(next.instant(), next.gapMs()), next.gapMs()));
            }
        }
    }

    private static long firstArrival(Participant participant, Horizon horizon) {
        long first = horizon.mark(participant.actor());
        for (long instant : horizon.knownArrivals(participant.actor())) {
            first = Math.min(first, instant);
        }
        return first;
    }

    /**
     * An arrival that may happen at this instant and, unless {@link #ONCE}, again after each gap; a gap of 0 stands for
     * any number at once.
     */
    private record Possible(long instant, long gapMs) {
        static final long ONCE = -1;
    }
}
