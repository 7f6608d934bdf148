package dev.convoy.fleet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The chargers of one station and the vehicles that wait for one. Who asks first is served first, and vehicles ask in
 * the order in which they report; so a queue follows from run time and vehicle numbers alone. A charger that fails does
 * so between two vehicles.
 */
final class Chargers {
    /** Each is out of service this often, for half a day: once in 25 days. */
    private static final double BROKEN_SHARE = 0.02;

    private static final long REPAIR_MS = 12 * 3_600_000L;
    private static final long NO_PERIOD = -1;

    private final long seed;
    private final int station;
    private final int count;
    /** Of each charger that nobody has: since when. */
    private final PriorityQueue<Long> free = new PriorityQueue<>();

    private final Deque<String> waiting = new ArrayDeque<>();
    /** Whose turn it is, and from when on. */
    private final SortedMap<String, Long> turns = new TreeMap<>();

    private long brokenPeriod = NO_PERIOD;
    private int broken;

    Chargers(long seed, int station, int count) {
        this.seed = seed;
        this.station = station;
        this.count = count;
        for (int i = 0; i < count; i++) {
            free.add(0L);
        }
    }

    /** The instant from which a charger is there for a vehicle that has come; absent while others have them all. */
    OptionalLong take(long nowMs) {
        serve(nowMs);
        return waiting.isEmpty() && available(nowMs)
                ? OptionalLong.of(Math.max(nowMs, free.remove()))
                : OptionalLong.empty();
    }

    /** The vehicle waits behind those that came before it. */
    void queue(String vehicle) {
        waiting.add(vehicle);
    }

    /** The instant from which a charger is there for a vehicle in the queue; absent while it is not its turn. */
    OptionalLong turn(String vehicle, long nowMs) {
        serve(nowMs);
        Long from = turns.remove(vehicle);
        return from == null ? OptionalLong.empty() : OptionalLong.of(Math.max(nowMs, from));
    }

    /** The vehicle waits no longer. */
    void giveUp(String vehicle) {
        Long from = turns.remove(vehicle);
        if (from == null) {
            waiting.remove(vehicle);
        } else {
            free.add(from);
        }
    }

    /** A vehicle has gone, and its charger is free from this instant on. */
    void release(long nowMs) {
        free.add(nowMs);
        serve(nowMs);
    }

    /** How many vehicles wait that have no turn yet. */
    int waiting() {
        return waiting.size();
    }

    private void serve(long nowMs) {
        while (!waiting.isEmpty() && available(nowMs)) {
            turns.put(waiting.remove(), free.remove());
        }
    }

    private boolean available(long nowMs) {
        return free.size() > brokenAt(nowMs);
    }

    private int brokenAt(long nowMs) {
        long period = nowMs / REPAIR_MS;
        if (period != brokenPeriod) {
            Chance chance = Chance.named(seed, "station/" + station + "/broken/" + period);
            broken = 0;
            for (int i = 0; i < count; i++) {
                broken += chance.happens(BROKEN_SHARE) ? 1 : 0;
            }
            brokenPeriod = period;
        }
        return broken;
    }

    void write(DataOutput out) throws IOException {
        List<Long> instants = new ArrayList<>(free);
        instants.sort(null);
        out.writeInt(instants.size());
        for (long instant : instants) {
            out.writeLong(instant);
        }
        out.writeInt(waiting.size());
        for (String vehicle : waiting) {
            out.writeUTF(vehicle);
        }
        out.writeInt(turns.size());
        for (String vehicle : turns.keySet()) {
            out.writeUTF(vehicle);
            out.writeLong(turns.get(vehicle));
        }
    }

    void read(DataInput in) throws IOException {
        free.clear();
        for (int left = in.readInt(); left > 0; left--) {
            free.add(in.readLong());
        }
        waiting.clear();
        for (int left = in.readInt(); left > 0; left--) {
            waiting.add(in.readUTF());
        }
        turns.clear();
        for (int left = in.readInt(); left > 0; left--) {
            turns.put(in.readUTF(), in.readLong());
        }
    }
}
