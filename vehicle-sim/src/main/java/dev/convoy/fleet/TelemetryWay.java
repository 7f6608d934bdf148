package dev.convoy.fleet;

import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.Damaged;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Telemetry;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sends records to the nodes, and has them go wrong on their way as often as the plan says. What becomes of a record is
 * drawn from a stream named by vehicle and sequence, so that it is the same in all treatments.
 */
final class TelemetryWay {
    static final String TIMER = "held-up";

    /** The way to a node. */
    private static final long ARRIVES_AFTER_MS = 1;

    private final FleetPlan plan;
    private final List<Receiver> receivers;
    private final long holdUpMs;
    /** By zone: whether nothing ever goes wrong. */
    private final boolean[] clear;

    private final long[] produced;
    private final long[] lost;
    private final long[] copies;
    /** As all are held up for the same time, the first is due first. */
    private final ArrayDeque<HeldUp> heldUp = new ArrayDeque<>();

    TelemetryWay(FleetPlan plan, List<Receiver> receivers) {
        this.plan = plan;
        this.receivers = receivers;
        this.holdUpMs =
                plan.fleet().link().holdUpMs(plan.fleet().telemetryEvery().toMillis());
        this.clear = new boolean[receivers.size()];
        for (int zone = 0; zone < clear.length; zone++) {
            int node = zone + 1;
            clear[zone] = plan.fleet().link().impairment().isNone()
                    && plan.telemetryFaults().stream().noneMatch(fault -> fault.node() == node);
        }
        this.produced = new long[receivers.size()];
        this.lost = new long[receivers.size()];
        this.copies = new long[receivers.size()];
    }

    void send(int zone, Telemetry record, ActorContext context) {
        if (clear[zone]) {
            deliver(zone, record, produced, context);
        } else {
            send(zone, record, impairment(zone, context.now()), context);
        }
    }

    /** Always the same draws, whatever the probabilities. */
    private void send(int zone, Telemetry record, Impairment impairment, ActorContext context) {
        RandomStream random =
                RandomStream.named(plan.seed(), "telemetry/" + record.vehicle() + "/" + record.sequence());
        boolean isLost = random.nextDouble() < impairment.loss();
        boolean isCorrupt = random.nextDouble() < impairment.corrupt();
        boolean isHeldUp = random.nextDouble() < impairment.reorder();
        boolean isTwice = random.nextDouble() < impairment.duplicate();
        if (isLost) {
            count(zone, lost, context);
            count(zone, produced, context);
        } else if (isCorrupt) {
            deliver(zone, new Damaged(record.vehicle(), record.sequence(), record.timeMs()), produced, context);
        } else if (isHeldUp) {
            if (isTwice) {
                deliver(zone, record, produced, context);
            }
            holdUp(new HeldUp(context.now() + holdUpMs, zone, isTwice, record), context);
        } else {
            deliver(zone, record, produced, context);
            if (isTwice) {
                deliver(zone, record, copies, context);
            }
        }
    }

    private Impairment impairment(int zone, long now) {
        Impairment impairment = plan.fleet().link().impairment();
        for (TelemetryFault fault : plan.telemetryFaults()) {
            if (fault.node() == zone + 1 && fault.windows().contains(now)) {
                impairment = impairment.and(fault.impairment());
            }
        }
        return impairment;
    }

    /** What would not arrive before the end is not waited for. */
    private void holdUp(HeldUp record, ActorContext context) {
        if (record.dueMs + ARRIVES_AFTER_MS < plan.durationMs()) {
            heldUp.add(record);
            context.wakeAt(record.dueMs, TIMER);
        }
    }

    /** Lets go what was held up until now. */
    void release(ActorContext context) {
        while (!heldUp.isEmpty() && heldUp.peek().dueMs == context.now()) {
            HeldUp record = heldUp.remove();
            deliver(record.zone, record.record, record.copy ? copies : produced, context);
        }
    }

    private void deliver(int zone, FleetMessage message, long[] counts, ActorContext context) {
        Receiver receiver = receivers.get(zone);
        context.send(receiver.telemetry(), message.vehicle(), receiver.node(), message);
        count(zone, counts, context);
    }

    /** What arrives at the end or later has never been. */
    private void count(int zone, long[] counts, ActorContext context) {
        if (context.now() + ARRIVES_AFTER_MS < plan.durationMs()) {
            counts[zone]++;
        }
    }

    /** When what is sent now arrives. */
    static long arrivalMs(long now) {
        return now + ARRIVES_AFTER_MS;
    }

    SortedMap<Integer, Long> produced() {
        return byNode(produced);
    }

    SortedMap<Integer, Long> lost() {
        return byNode(lost);
    }

    SortedMap<Integer, Long> copies() {
        return byNode(copies);
    }

    private static SortedMap<Integer, Long> byNode(long[] counts) {
        SortedMap<Integer, Long> byNode = new TreeMap<>();
        for (int zone = 0; zone < counts.length; zone++) {
            byNode.put(zone + 1, counts[zone]);
        }
        return byNode;
    }

    void write(DataOutput out) throws IOException {
        for (long[] counts : Arrays.asList(produced, lost, copies)) {
            for (long count : counts) {
                out.writeLong(count);
            }
        }
        out.writeInt(heldUp.size());
        for (HeldUp record : heldUp) {
            record.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        for (long[] counts : Arrays.asList(produced, lost, copies)) {
            for (int zone = 0; zone < counts.length; zone++) {
                counts[zone] = in.readLong();
            }
        }
        for (int left = in.readInt(); left > 0; left--) {
            heldUp.add(HeldUp.read(in));
        }
    }

    /**
     * A record on its way.
     *
     * @param copy whether the record itself has gone before
     */
    private record HeldUp(long dueMs, int zone, boolean copy, Telemetry record) {
        private void write(DataOutput out) throws IOException {
            out.writeLong(dueMs);
            out.writeInt(zone);
            out.writeBoolean(copy);
            out.writeUTF(record.vehicle());
            out.writeUTF(record.model());
            out.writeLong(record.sequence());
            out.writeLong(record.leg());
            out.writeByte(record.phase().ordinal());
            out.writeLong(record.timeMs());
            out.writeInt(record.values().size());
            for (int i = 0; i < record.values().size(); i++) {
                out.writeDouble(record.values().get(i));
            }
        }

        private static HeldUp read(DataInput in) throws IOException {
            return new HeldUp(in.readLong(), in.readInt(), in.readBoolean(), readTelemetry(in));
        }

        private static Telemetry readTelemetry(DataInput in) throws IOException {
            String vehicle = in.readUTF();
            String model = in.readUTF();
            long sequence = in.readLong();
            long leg = in.readLong();
            Phase phase = Phase.values()[in.readByte()];
            long timeMs = in.readLong();
            double[] values = new double[in.readInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
            return new Telemetry(vehicle, model, sequence, leg, phase, timeMs, FieldValues.of(values));
        }
    }
}
