package dev.convoy.edgenode;

import dev.convoy.detection.Detector;
import dev.convoy.detection.DetectorKind;
import dev.convoy.detection.Signal;
import dev.convoy.metric.DriftAlarm;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** Watches the errors of a node's decisions for drift, if the node has a detector. */
final class DriftWatch {
    private final NodeId node;
    private final String word;
    private final Optional<Detector> detector;
    private long decisions;
    private boolean alarmed;

    DriftWatch(NodeId node, Optional<DetectorKind> kind) {
        this.node = node;
        this.word = kind.map(DetectorKind::word).orElse("");
        this.detector = kind.map(DetectorKind::create);
    }

    /** The label of a decision became known at this run time. */
    Optional<DriftAlarm> decided(boolean correct, long timeMs) {
        decisions++;
        Optional<DriftAlarm> alarm = detector.map(d -> d.update(correct ? 0 : 1))
                .filter(signal -> signal == Signal.DRIFT)
                .map(signal -> new DriftAlarm(timeMs, node, word, decisions));
        alarmed |= alarm.isPresent();
        return alarm;
    }

    /** Whether there was an alarm that no update has answered yet. */
    boolean isAlarmed() {
        return alarmed;
    }

    /** An update was cut. */
    void answered() {
        alarmed = false;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(decisions);
        out.writeBoolean(alarmed);
        if (detector.isPresent()) {
            detector.get().writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        decisions = in.readLong();
        alarmed = in.readBoolean();
        if (detector.isPresent()) {
            detector.get().readFrom(in);
        }
    }
}
