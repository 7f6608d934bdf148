package dev.convoy.prediction;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;

/** What the four baselines say for one record; empty where one has nothing to go by yet. */
public record Baselines(OptionalInt majority, OptionalInt noChange, OptionalInt lastOfVehicle, OptionalInt rule) {
    public static final Baselines NONE =
            new Baselines(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private static final int EMPTY = -1;

    /** For snapshots. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(majority.orElse(EMPTY));
        out.writeInt(noChange.orElse(EMPTY));
        out.writeInt(lastOfVehicle.orElse(EMPTY));
        out.writeInt(rule.orElse(EMPTY));
    }

    public static Baselines readFrom(DataInput in) throws IOException {
        return new Baselines(read(in), read(in), read(in), read(in));
    }

    private static OptionalInt read(DataInput in) throws IOException {
        int label = in.readInt();
        return label == EMPTY ? OptionalInt.empty() : OptionalInt.of(label);
    }
}
