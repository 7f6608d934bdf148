package dev.convoy.edgenode;

import dev.convoy.prediction.Baselines;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What the baselines know: the labels this node has been told so far. */
final class BaselineState {
    private static final OptionalInt CHARGE = OptionalInt.of(1);
    private static final OptionalInt DRIVE_ON = OptionalInt.of(0);

    private final long[] counts;
    private final Map<String, OptionalInt> lastOfVehicle = new LinkedHashMap<>();
    private OptionalInt majority = OptionalInt.empty();
    private OptionalInt last = OptionalInt.empty();

    BaselineState(int classes) {
        counts = new long[classes];
    }

    /** @param margin the vehicle's range estimate against the reserve; below 0 the rule says class 1 */
    Baselines predict(String vehicle, OptionalDouble margin) {
        OptionalInt rule = margin.isEmpty() ? OptionalInt.empty() : margin.getAsDouble() < 0 ? CHARGE : DRIVE_ON;
        return new Baselines(majority, last, lastOfVehicle.getOrDefault(vehicle, OptionalInt.empty()), rule);
    }

    void learn(String vehicle, int label) {
        counts[label]++;
        last = OptionalInt.of(label);
        lastOfVehicle.put(vehicle, last);
        majority = OptionalInt.of(mostFrequent());
    }

    /** The lowest of equals. */
    private int mostFrequent() {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            if (counts[k] > counts[best]) {
                best = k;
            }
        }
        return best;
    }

    void writeTo(DataOutput out) throws IOException {
        for (long count : counts) {
            out.writeLong(count);
        }
        Binary.writeLabel(majority, out);
        Binary.writeLabel(last, out);
        out.writeInt(lastOfVehicle.size());
        for (Map.Entry<String, OptionalInt> entry : lastOfVehicle.entrySet()) {
            out.writeUTF(entry.getKey());
            Binary.writeLabel(entry.getValue(), out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int k = 0; k < counts.length; k++) {
            counts[k] = in.readLong();
        }
        majority = Binary.readLabel(in);
        last = Binary.readLabel(in);
        for (int left = in.readInt(); left > 0; left--) {
            lastOfVehicle.put(in.readUTF(), Binary.readLabel(in));
        }
    }
}
