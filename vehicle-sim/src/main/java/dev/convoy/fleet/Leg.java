package dev.convoy.fleet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;

/** A decision on its way to its label: first towards the station it is about, then over the leg after it. */
final class Leg {
    private static final long UNDECIDED = -1;
    private static final int NOT_PASSED = -1;

    final long number;
    /** The zones that received a record of it. */
    final BitSet zones = new BitSet();

    private long decidedAtMs = UNDECIDED;
    private int labelledAt = NOT_PASSED;
    private double chargeAtStation;
    private double chargeUsed;
    private double kwhUsed;

    Leg(long number) {
        this.number = number;
    }

    boolean decided() {
        return decidedAtMs != UNDECIDED;
    }

    /** The vehicle is past the decision point, or can no longer get there. */
    void decide(long nowMs) {
        if (!decided()) {
            decidedAtMs = nowMs;
        }
    }

    long decidedAtMs() {
        return decidedAtMs;
    }

    boolean passed() {
        return labelledAt != NOT_PASSED;
    }

    /** Whether this is the stop that tells its label, or one beyond. */
    boolean endsAt(int stop) {
        return passed() && labelledAt <= stop;
    }

    /** @param stop the next that was open when the vehicle passed the station */
    void pass(int stop, double charge) {
        labelledAt = stop;
        chargeAtStation = charge;
    }

    void used(double kwh, double charge) {
        kwhUsed += kwh;
        chargeUsed += charge;
    }

    double kwhUsed() {
        return kwhUsed;
    }

    /** What would be left of the charge at the station had the vehicle not charged there. */
    double chargeLeft() {
        return chargeAtStation - chargeUsed;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(number);
        out.writeLong(decidedAtMs);
        out.writeInt(labelledAt);
        out.writeDouble(chargeAtStation);
        out.writeDouble(chargeUsed);
        out.writeDouble(kwhUsed);
        long[] words = zones.toLongArray();
        out.writeInt(words.length);
        for (long word : words) {
            out.writeLong(word);
        }
    }

    static Leg read(DataInput in) throws IOException {
        Leg leg = new Leg(in.readLong());
        leg.decidedAtMs = in.readLong();
        leg.labelledAt = in.readInt();
        leg.chargeAtStation = in.readDouble();
        leg.chargeUsed = in.readDouble();
        leg.kwhUsed = in.readDouble();
        long[] words = new long[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        leg.zones.or(BitSet.valueOf(words));
        return leg;
    }
}
