package dev.convoy.edgenode;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.learning.FloatArrays;
import dev.convoy.learning.LabelledRows;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Labelled rows that wait for the next instant at which they are forwarded to the aggregator. */
final class Forwarding {
    private final int classes;
    private final List<float[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    /** How many rows there are up to the last of each outcome. */
    private final List<Integer> ends = new ArrayList<>();

    Forwarding(int classes) {
        this.classes = classes;
    }

    /** All rows of one outcome. */
    void add(List<Example> examples, int label) {
        for (Example example : examples) {
            rows.add(example.features());
            labels.add(label);
        }
        ends.add(rows.size());
    }

    /** Takes out everything, in messages of bounded size. */
    List<ForwardedRows> take(NodeId node, long now) {
        List<ForwardedRows> messages = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ForwardedRows.MOST_ROWS) {
            int start = from;
            int end = Math.min(rows.size(), from + ForwardedRows.MOST_ROWS);
            int outcomes = (int)
                    ends.stream().filter(last -> last > start && last <= end).count();
            int[] some = labels.subList(start, end).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            messages.add(
                    new ForwardedRows(node, now, outcomes, new LabelledRows(rows.subList(start, end), some, classes)));
        }
        rows.clear();
        labels.clear();
        ends.clear();
        return messages;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            FloatArrays.write(rows.get(i), out);
            out.writeInt(labels.get(i));
        }
        out.writeInt(ends.size());
        for (int end : ends) {
            out.writeInt(end);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(FloatArrays.read(in));
            labels.add(in.readInt());
        }
        for (int left = in.readInt(); left > 0; left--) {
            ends.add(in.readInt());
        }
    }
}
