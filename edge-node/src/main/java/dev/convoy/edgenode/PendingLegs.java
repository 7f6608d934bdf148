package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The legs that wait for their label, oldest first, with a limit on the rows they hold together. */
final class PendingLegs {
    private final int maximumRows;
    private final Map<Key, PendingLeg> legs = new LinkedHashMap<>();
    private int rows;

    PendingLegs(int maximumRows) {
        this.maximumRows = maximumRows;
    }

    /** @return the legs that had to go for it, oldest first; usually none */
    List<PendingLeg> add(Example row) {
        Key key = new Key(row.origin().vehicle(), row.origin().leg());
        legs.computeIfAbsent(key, k -> new PendingLeg(k.vehicle, k.leg)).add(row);
        rows++;
        return rows > maximumRows ? expire() : List.of();
    }

    private List<PendingLeg> expire() {
        List<PendingLeg> expired = new ArrayList<>();
        Iterator<PendingLeg> oldestFirst = legs.values().iterator();
        while (rows > maximumRows) {
            PendingLeg oldest = oldestFirst.next();
            oldestFirst.remove();
            rows -= oldest.rows().size();
            expired.add(oldest);
        }
        return expired;
    }

    /** Takes out a leg; empty where the node has no row of it. */
    Optional<PendingLeg> take(String vehicle, long leg) {
        Optional<PendingLeg> taken = Optional.ofNullable(legs.remove(new Key(vehicle, leg)));
        taken.ifPresent(t -> rows -= t.rows().size());
        return taken;
    }

    List<PendingLeg> takeAll() {
        List<PendingLeg> all = List.copyOf(legs.values());
        legs.clear();
        rows = 0;
        return all;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(legs.size());
        for (PendingLeg leg : legs.values()) {
            leg.writeTo(out);
        }
    }

    /** @param batch the rows that are not predicted yet */
    void readFrom(DataInput in, List<Example> batch) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            PendingLeg leg = PendingLeg.readFrom(in, batch);
            legs.put(new Key(leg.vehicle(), leg.leg()), leg);
            rows += leg.rows().size();
        }
    }

    private record Key(String vehicle, long leg) {}
}
