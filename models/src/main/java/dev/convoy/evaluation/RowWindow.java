package dev.convoy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/** Whether each of the last labelled rows was predicted right. */
final class RowWindow {
    private final boolean[] ring;
    private final Share share = new Share();
    private int size;
    private int next;

    RowWindow(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a window holds at least one row: " + capacity);
        }
        ring = new boolean[capacity];
    }

    void add(boolean correct) {
        if (size == ring.length) {
            share.count(ring[next], -1);
        } else {
            size++;
        }
        ring[next] = correct;
        share.count(correct, 1);
        next = (next + 1) % ring.length;
    }

    OptionalDouble accuracy() {
        return share.value();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeBoolean(ring[(next + ring.length - size + i) % ring.length]);
        }
    }

    /** Fills an empty window. */
    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(in.readBoolean());
        }
    }
}
