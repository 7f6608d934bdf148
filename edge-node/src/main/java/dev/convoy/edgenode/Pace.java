package dev.convoy.edgenode;

import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.runtime.Windows;
import java.util.List;

/**
 * How fast a node works: not at all while it is down, and more slowly while a fault says so. Work is done in whole
 * milliseconds between two changes of pace, so that what begins later is never done earlier.
 *
 * @param slow of several at once the first counts
 */
record Pace(Windows down, List<Lasting<Slowness>> slow) {
    private static final Slowness FULL = new Slowness(1);

    Pace {
        slow = List.copyOf(slow);
    }

    boolean isUp(long time) {
        return !down.contains(time);
    }

    /** When work is done that would take so much time at full pace; an instant at which the node is up. */
    long doneAt(long startMs, long workMs) {
        long at = down.firstOutside(startMs);
        long left = workMs;
        while (true) {
            Slowness slowness = at(at);
            long next = nextChangeAfter(at);
            long taken = slowness.taken(left);
            if (next == Long.MAX_VALUE || at + taken < next) {
                return at + taken;
            }
            left -= slowness.done(next - at);
            at = down.firstOutside(next);
        }
    }

    private Slowness at(long time) {
        for (Lasting<Slowness> lasting : slow) {
            if (lasting.windows().contains(time)) {
                return lasting.fault();
            }
        }
        return FULL;
    }

    private long nextChangeAfter(long time) {
        long next = down.nextChangeAfter(time);
        for (Lasting<Slowness> lasting : slow) {
            next = Math.min(next, lasting.windows().nextChangeAfter(time));
        }
        return next;
    }
}
