package dev.convoy.metric;

/**
 * What the aggregator did with the rows that nodes forwarded to it, at the end of the run.
 *
 * @param rows that arrived
 * @param outcomes that these were the rows of
 * @param steps gradient steps of its own training
 */
public record AggregatorLedger(long timeMs, long rows, long outcomes, long steps) implements Metric {}
