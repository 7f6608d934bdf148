package dev.convoy.exchange;

import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an edge node learned since its last update.
 *
 * @param round the node's own counter of updates, from 1
 * @param baseVersion version of the global model it goes back to
 * @param examples how many labelled rows it has learned from since the last update
 * @param dataEndedMs run time at which its newest training data became known
 * @param accuracy the node's accuracy over its last decisions, in [0, 1]; 0 before the first
 * @param content what {@code parameters} holds
 * @param control the change of its control variate since its last update; there if and only if its steps are corrected
 */
public record ModelUpdate(
        NodeId node,
        long round,
        long baseVersion,
        int examples,
        long dataEndedMs,
        double accuracy,
        Content content,
        Parameters parameters,
        Optional<Parameters> control)
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
        if (control.isPresent() != (content == Content.CORRECTED)) {
            throw new IllegalArgumentException("the change of a control variate goes with " + Content.CORRECTED
                    + ", and only with that: " + content);
        }
    }

    /** Of a node whose steps are not corrected. */
    public ModelUpdate(
            NodeId node,
            long round,
            long baseVersion,
            int examples,
            long dataEndedMs,
            double accuracy,
            Content content,
            Parameters parameters) {
        this(node, round, baseVersion, examples, dataEndedMs, accuracy, content, parameters, Optional.empty());
    }

    /** All its numbers: the parameters and, if there is one, the change of the control variate. */
    public List<Parameters> vectors() {
        return Stream.concat(Stream.of(parameters), control.stream()).toList();
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
        if (control.isPresent()) {
            control.get().writeTo(out);
        }
    }

    public static ModelUpdate readFrom(DataInput in) throws IOException {
        NodeId node = new NodeId(in.readInt());
        long round = in.readLong();
        long baseVersion = in.readLong();
        int examples = in.readInt();
        long dataEndedMs = in.readLong();
        double accuracy = in.readDouble();
        Content content = Content.valueOf(in.readUTF());
        Parameters parameters = Parameters.readFrom(in);
        Optional<Parameters> control =
                content == Content.CORRECTED ? Optional.of(Parameters.readFrom(in)) : Optional.empty();
        return new ModelUpdate(node, round, baseVersion, examples, dataEndedMs, accuracy, content, parameters, control);
    }

    /** What a strategy asks the nodes to send. */
    public enum Content {
        /** The node's parameters: y. */
        PARAMETERS,
        /** Its own progress since the last update or adoption, after minus before: y - w. */
        DELTA,
        /** The same, by steps that control variates corrected, with the change of the node's own. */
        CORRECTED;

        /** Whether the parameters are progress, not a whole model. */
        public boolean isProgress() {
            return this != PARAMETERS;
        }
    }
}
