package dev.convoy.edgenode;

import dev.convoy.runtime.Windows;
import java.util.List;

/**
 * What goes wrong with one edge node in one run.
 *
 * @param down when it does nothing
 * @param slow when it computes more slowly, and how much
 * @param power when it may lose power, and in which phase
 * @param misses when it lets rounds pass, and which
 * @param sends when it sends something else than what it has learned; several at once are done in this order
 */
public record NodeFaults(
        Windows down,
        List<Lasting<Slowness>> slow,
        List<Lasting<PowerFault>> power,
        List<Lasting<MissedRounds>> misses,
        List<Lasting<UpdateFault>> sends) {
    /** A node that never fails. */
    public static final NodeFaults NONE = new NodeFaults(Windows.NONE, List.of(), List.of(), List.of(), List.of());

    public NodeFaults {
        slow = List.copyOf(slow);
        power = List.copyOf(power);
        misses = List.copyOf(misses);
        sends = List.copyOf(sends);
    }

    /** Whether an update can leave later after its cut than another. */
    public boolean disturbSending() {
        return !down.equals(Windows.NONE) || !slow.isEmpty();
    }

    /** How fast the node works. */
    Pace pace() {
        return new Pace(down, slow);
    }

    /** A fault with the time for which it lasts. */
    public record Lasting<F>(Windows windows, F fault) {}
}
