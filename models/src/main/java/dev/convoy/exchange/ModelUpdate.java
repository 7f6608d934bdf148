package dev.convoy.exchange;

import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an edge node learned since its last update.
 *
 * @param round the node's own counter of updates, from 1
 * @param baseVersion version of the global model it goes back to
 * @param examples how many labelled rows it has learned from since the last update
 * @param dataEndedMs run time at which its newest training data became known
 * @param accuracy the node's accuracy over its last decisions, in [0, 1]; 0 before the first
 * @param content what {@code parameters} holds
 */
public record ModelUpdate(
        NodeId node,
        long round,
        long baseVersion,
        int examples,
        long dataEndedMs,
        double accuracy,
        Content content,
        Parameters parameters)
        implements Upload {
    public ModelUpdate {
        if (round < 1) {
            throw new IllegalArgumentException("rounds count from 1: " + round);
        }
        if (baseVersion < 0) {
            throw new IllegalArgumentException("base version must not be negative: " + baseVersion);
        }
        if (examples < 0) {
            throw new IllegalArgumentException("examples must not be negative: " + examples);
        }
        if (!(accuracy >= 0 && accuracy <= 1)) {
            throw new IllegalArgumentException("accuracy must be in [0, 1]: " + accuracy);
        }
    }

    /** The form of a snapshot. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(node.number());
        out.writeLong(round);
        out.writeLong(baseVersion);
        out.writeInt(examples);
        out.writeLong(dataEndedMs);
        out.writeDouble(accuracy);
        out.writeUTF(content.name());
        parameters.writeTo(out);
    }

    public static ModelUpdate readFrom(DataInput in) throws IOException {
        return new ModelUpdate(
                new NodeId(in.readInt()),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readDouble(),
                Content.valueOf(in.readUTF()),
                Parameters.readFrom(in));
    }

    /** What a strategy asks the nodes to send. */
    public enum Content {
        /** The node's parameters: y. */
        PARAMETERS,
        /** Its own progress since the last update or adoption, after minus before: y - w. */
        DELTA
    }
}
