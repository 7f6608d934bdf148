package dev.convoy.exchange;

import dev.convoy.learning.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * One version of the global model.
 *
 * @param version +1 at each aggregation; version 0 is what everybody starts from and is never sent
 * @param timeMs run time of the aggregation
 * @param updates how many were merged
 * @param meanStaleness of those, in versions
 * @param stepNorm Euclidean norm of the change of the parameters; of forests, how many trees came or went
 * @param control what nodes correct their steps by, where they do: the control variate of all
 */
public record GlobalModel(
        long version,
        long timeMs,
        int updates,
        double meanStaleness,
        long maxStaleness,
        double stepNorm,
        Parameters parameters,
        Optional<Parameters> control) {
    public GlobalModel {
        if (version < 1) {
            throw new IllegalArgumentException("published versions count from 1: " + version);
        }
    }

    /** Without correction. */
    public GlobalModel(
            long version,
            long timeMs,
            int updates,
            double meanStaleness,
            long maxStaleness,
            double stepNorm,
            Parameters parameters) {
        this(version, timeMs, updates, meanStaleness, maxStaleness, stepNorm, parameters, Optional.empty());
    }

    /** The form of a snapshot. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(version);
        out.writeLong(timeMs);
        out.writeInt(updates);
        out.writeDouble(meanStaleness);
        out.writeLong(maxStaleness);
        out.writeDouble(stepNorm);
        parameters.writeTo(out);
        out.writeBoolean(control.isPresent());
        if (control.isPresent()) {
            control.get().writeTo(out);
        }
    }

    public static GlobalModel readFrom(DataInput in) throws IOException {
        return new GlobalModel(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                Parameters.readFrom(in),
                in.readBoolean() ? Optional.of(Parameters.readFrom(in)) : Optional.empty());
    }
}
