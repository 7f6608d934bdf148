package dev.convoy.wire;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.proto.ForwardedRowsRecord;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import dev.convoy.wire.MalformedException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows that nodes forward to the aggregator, as protobuf; all have the same width and the same classes. */
public final class ForwardedRowsProtobuf implements Wire<ForwardedRows> {
    private final int features;
    private final int classes;

    public ForwardedRowsProtobuf(int features, int classes) {
        this.features = features;
        this.classes = classes;
    }

    @Override
    public byte[] encode(ForwardedRows message) {
        LabelledRows rows = message.rows();
        float[] values = new float[rows.size() * features];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.rows().get(i), 0, values, i * features, features);
        }
        ForwardedRowsRecord.Builder record = ForwardedRowsRecord.newBuilder()
                .setSchemaVersion(Records.SCHEMA_VERSION)
                .setNode(message.node().number())
                .setTimeMs(message.timeMs())
                .setOutcomes(message.outcomes())
                .setFeatures(ParameterVectors.encode(Parameters.of(values)));
        for (int label : rows.labels()) {
            record.addLabels(label);
        }
        return record.build().toByteArray();
    }

    @Override
    public ForwardedRows decode(byte[] bytes) throws MalformedException {
        ForwardedRowsRecord record =
                Records.parse(ForwardedRowsRecord.parser(), bytes, ForwardedRows.MOST_ROWS * (features + 1));
        Records.requireSchemaVersion(record.getSchemaVersion());
        Records.requireKnownFields(record, record.getFeatures());
        int count = record.getLabelsCount();
        if (count > ForwardedRows.MOST_ROWS) {
            throw new MalformedException(
                    Reason.TOO_LARGE, count + " rows, where a message has at most " + ForwardedRows.MOST_ROWS);
        }
        ParameterForm form = ParameterForm.ofSize(count * features);
        float[] values = ParameterVectors.requireFinite(ParameterVectors.decode(record.getFeatures(), form))
                .toArray();
        List<float[]> rows = new ArrayList<>(count);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.copyOfRange(values, i * features, (i + 1) * features));
            labels[i] = record.getLabels(i);
        }
        try {
            return new ForwardedRows(
                    new NodeId(record.getNode()),
                    Records.count("time_ms", record.getTimeMs()),
                    Records.count("outcomes", record.getOutcomes()),
                    new LabelledRows(rows, labels, classes));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(Reason.WRONG_SHAPE, e.getMessage());
        }
    }
}
