package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The newest version of the global model and, as far back as they are needed, those before it. */
final class History {
    private final long reach;
    private final TreeMap<Long, Parameters> versions = new TreeMap<>();

    /**
     * @param initial the parameters of version 0
     * @param reach how many versions before the newest are kept
     */
    History(Parameters initial, long reach) {
        this.reach = reach;
        versions.put(0L, initial);
    }

    long newest() {
        return versions.lastKey();
    }

    Parameters present() {
        return versions.lastEntry().getValue();
    }

    void add(Parameters next) {
        versions.put(newest() + 1, next);
        versions.headMap(newest() - reach).clear();
    }

    /** From the version the update goes back to, which must be within reach, to the newest, in lengths of the update. */
    double distance(ModelUpdate update) {
        Parameters base = versions.get(update.baseVersion());
        Parameters progress = update.content().isProgress()
                ? update.parameters()
                : update.parameters().minus(base);
        double way = present().minus(base).norm();
        return way == 0 ? 0 : way / progress.norm();
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeInt(versions.size());
        for (Map.Entry<Long, Parameters> entry : versions.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().writeTo(out);
        }
    }

    void restore(DataInput in) throws IOException {
        versions.clear();
        for (int count = in.readInt(); count > 0; count--) {
            versions.put(in.readLong(), Parameters.readFrom(in));
        }
    }
}
