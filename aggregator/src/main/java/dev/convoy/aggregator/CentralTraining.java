package dev.convoy.aggregator;

/**
 * That the aggregator goes on training the merged model, on rows that the nodes forward: a variant of the 2023 study.
 *
 * @param steps after each merge; none before there are rows enough for a batch
 * @param bufferRows forwarded rows that are kept; the oldest go first
 */
public record CentralTraining(int steps, int bufferRows) {
    public CentralTraining {
        if (steps < 0) {
            throw new IllegalArgumentException("steps must not be negative: " + steps);
        }
        if (bufferRows < 1) {
            throw new IllegalArgumentException("buffer-rows must be at least 1: " + bufferRows);
        }
    }

    public static CentralTraining standard() {
        return new CentralTraining(8, 16_384);
    }
}
