package dev.convoy.evaluation;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How many of the examples counted so far were right; an example can be taken back. */
final class Share {
    private int right;
    private int all;

    /** @param sign 1 to count the example, -1 to take it back */
    void count(boolean isRight, int sign) {
        all += sign;
        if (isRight) {
            right += sign;
        }
    }

    /** Counts nothing where there was no prediction. */
    void count(OptionalInt predicted, int label, int sign) {
        if (predicted.isPresent()) {
            count(predicted.getAsInt() == label, sign);
        }
    }

    OptionalDouble value() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / all);
    }
}
