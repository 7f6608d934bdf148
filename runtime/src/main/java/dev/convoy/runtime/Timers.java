package dev.convoy.runtime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The timers of an actor: by time, then in the order in which they were set. */
final class Timers {
    private static final Comparator<Timer> ORDER =
            Comparator.comparingLong(Timer::time).thenComparingLong(Timer::sequence);

    private final PriorityQueue<Timer> timers = new PriorityQueue<>(ORDER);
    private long set;

    private record Timer(long time, long sequence, String name) {}

    void set(long time, String name) {
        timers.add(new Timer(time, set, name));
        set++;
    }

    /** Time of the first; {@code Long.MAX_VALUE} if there is none. */
    long next() {
        Timer first = timers.peek();
        return first == null ? Long.MAX_VALUE : first.time();
    }

    String poll() {
        return timers.remove().name();
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeLong(set);
        out.writeInt(timers.size());
        for (Timer timer : timers.stream().sorted(ORDER).toList()) {
            out.writeLong(timer.time());
            out.writeLong(timer.sequence());
            out.writeUTF(timer.name());
        }
    }

    void restore(DataInput in) throws IOException {
        set = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            timers.add(new Timer(in.readLong(), in.readLong(), in.readUTF()));
        }
    }
}
