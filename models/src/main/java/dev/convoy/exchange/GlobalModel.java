package dev.convoy.exchange;

import dev.convoy.learning.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One version of the global model.
 *
 * @param version +1 at each aggregation; version 0 is what everybody starts from and is never sent
 * @param timeMs run time of the aggregation
 * @param updates how many were merged
 * @param meanStaleness of those, in versions
 * @param stepNorm Euclidean norm of the change of the parameters; of forests, how many trees came or went
 */
public record GlobalModel(
        long version,
        long timeMs,
        int updates,
        double meanStaleness,
        long maxStaleness,
        double stepNorm,
        Parameters parameters) {
    public GlobalModel {
        if (version < 1) {
            throw new IllegalArgumentException("published versions count from 1: " + version);
        }
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
    }

    public static GlobalModel readFrom(DataInput in) throws IOException {
        return new GlobalModel(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                Parameters.readFrom(in));
    }
}
