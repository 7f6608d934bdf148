package dev.convoy.replay;

/** How a number is put on the scale learners see, before its range is. */
public enum Scale {
    LINEAR,
    /** ln(1 + x), for counts and sizes over many orders of magnitude; of a negative number, that of its size, negative. */
    LOG;

    double of(double value) {
        return this == LOG ? Math.copySign(StrictMath.log1p(Math.abs(value)), value) : value;
    }
}
