package dev.convoy.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Watches a stream of errors, one by one, and after a drift begins anew by itself. */
public sealed interface Detector permits ErrorRate, CumulativeSum, AdaptiveWindow {
    /** @param error of one decision, 1 if it was wrong and 0 if it was right, or any other loss that is finite */
    Signal update(double error);

    /** Writes all that it remembers. */
    void writeTo(DataOutput out) throws IOException;

    /** Continues from what one of the same kind and settings wrote, whatever it has seen itself. */
    void readFrom(DataInput in) throws IOException;
}
