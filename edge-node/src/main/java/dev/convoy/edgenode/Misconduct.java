package dev.convoy.edgenode;

import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.runtime.ActorContext;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A node's faults in what it sends, with what they must remember: earlier updates, and rounds while a fault lasted. */
final class Misconduct {
    private final NodeFaults faults;
    private final int memory;
    private final long[] rounds;
    private final List<ModelUpdate> earlier = new ArrayList<>();

    Misconduct(NodeFaults faults) {
        this.faults = faults;
        this.memory = faults.sends().stream()
                .mapToInt(lasting -> lasting.fault().memory())
                .max()
                .orElse(0);
        this.rounds = new long[faults.misses().size()];
    }

    /** Whether the round that has come is missed. */
    boolean missesRound(ActorContext context) {
        boolean missed = false;
        for (int i = 0; i < rounds.length; i++) {
            Lasting<MissedRounds> lasting = faults.misses().get(i);
            if (lasting.windows().contains(context.now())) {
                rounds[i]++;
                missed |= lasting.fault().misses(rounds[i], context.random("missed-rounds"));
            }
        }
        return missed;
    }

    /** What is sent now in place of this update. */
    ModelUpdate sent(ModelUpdate update, ActorContext context) {
        ModelUpdate sent = update;
        for (Lasting<UpdateFault> lasting : faults.sends()) {
            if (lasting.windows().contains(context.now())) {
                sent = lasting.fault().inPlaceOf(sent, earlier, context.random("update-faults"));
            }
        }
        remember(update);
        return sent;
    }

    private void remember(ModelUpdate update) {
        earlier.add(update);
        if (earlier.size() > memory) {
            earlier.remove(0);
        }
    }

    void writeTo(DataOutput out) throws IOException {
        for (long count : rounds) {
            out.writeLong(count);
        }
        out.writeInt(earlier.size());
        for (ModelUpdate update : earlier) {
            update.writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int i = 0; i < rounds.length; i++) {
            rounds[i] = in.readLong();
        }
        for (int left = in.readInt(); left > 0; left--) {
            earlier.add(ModelUpdate.readFrom(in));
        }
    }
}
