package dev.convoy.runtime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the writers that an actor reads have promised: before which instant nothing of theirs can arrive any more. */
final class Promises {
    private final ActorId reader;
    private final Topology topology;
    private final SortedMap<Channel, Long> sendsFrom = new TreeMap<>();

    Promises(ActorId reader, Topology topology) {
        this.reader = reader;
        this.topology = topology;
        for (Topic<?> topic : topology.readBy(reader)) {
            for (ActorId writer : topic.writers()) {
                sendsFrom.put(new Channel(topic.name(), writer), 0L);
            }
        }
    }

    /** An earlier promise than known is ignored, and so is one of a channel that is not read. */
    void raise(Channel channel, long from) {
        sendsFrom.computeIfPresent(channel, (c, known) -> Math.max(known, from));
    }

    /** Nothing unknown arrives before this instant. */
    long earliestArrival() {
        long earliest = Long.MAX_VALUE;
        for (Map.Entry<Channel, Long> entry : sendsFrom.entrySet()) {
            earliest = Math.min(earliest, arrival(entry.getKey(), entry.getValue()));
        }
        return earliest;
    }

    /** Nothing unknown of this writer arrives before this instant. */
    long earliestArrival(ActorId writer) {
        long earliest = Long.MAX_VALUE;
        for (Map.Entry<Channel, Long> entry : sendsFrom.entrySet()) {
            if (entry.getKey().writer().equals(writer)) {
                earliest = Math.min(earliest, arrival(entry.getKey(), entry.getValue()));
            }
        }
        return earliest;
    }

    private long arrival(Channel channel, long from) {
        return from == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : from + topology.link(channel.writer(), reader).minimumDelayMs();
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeInt(sendsFrom.size());
        for (Map.Entry<Channel, Long> entry : sendsFrom.entrySet()) {
            out.writeUTF(entry.getKey().topic());
            out.writeUTF(entry.getKey().writer().name());
            out.writeLong(entry.getValue());
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = in.readInt(); i > 0; i--) {
            raise(new Channel(in.readUTF(), new ActorId(in.readUTF())), in.readLong());
        }
    }
}
