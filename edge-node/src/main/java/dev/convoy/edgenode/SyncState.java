package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a node that learns when to exchange tells situations apart by.
 *
 * @param age how many versions the model in use is behind the newest that has reached the node, in one of {@link #AGES}
 *     classes
 * @param trend where the losses of its decisions are going
 * @param goodLink whether its updates have mostly been answered
 * @param much whether it has learned more than usual that it has not sent
 */
record SyncState(int age, Trend trend, boolean goodLink, boolean much) {
    private static final int AGES = 5;
    static final int COUNT = AGES * Trend.values().length * 2 * 2;

    static SyncState of(long staleness, Trend trend, boolean goodLink, boolean much) {
        return new SyncState(ageOf(staleness), trend, goodLink, much);
    }

    /** 0, 1, 2 to 3, 4 to 7, 8 and more versions. */
    private static int ageOf(long staleness) {
        return Math.min(AGES - 1, Long.SIZE - Long.numberOfLeadingZeros(staleness));
    }

    /** From 0 to below {@link #COUNT}. */
    int index() {
        int index = age * Trend.values().length + trend.ordinal();
        return (index * 2 + (goodLink ? 1 : 0)) * 2 + (much ? 1 : 0);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(age);
        out.writeByte(trend.ordinal());
        out.writeBoolean(goodLink);
        out.writeBoolean(much);
    }

    static SyncState readFrom(DataInput in) throws IOException {
        return new SyncState(in.readByte(), Trend.values()[in.readByte()], in.readBoolean(), in.readBoolean());
    }

    /** Where losses are going. */
    enum Trend {
        DOWN,
        FLAT,
        UP
    }
}
