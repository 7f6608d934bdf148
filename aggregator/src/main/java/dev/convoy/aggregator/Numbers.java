package dev.convoy.aggregator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Counts the requests of a run. */
final class Numbers {
    private long last;

    long next() {
        last++;
        return last;
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeLong(last);
    }

    void restore(DataInput in) throws IOException {
        last = in.readLong();
    }
}
