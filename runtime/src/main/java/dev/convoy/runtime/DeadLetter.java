package dev.convoy.runtime;

/**
 * A record that was refused, with its place and the reason.
 *
 * @param topic name without the run's prefix
 * @param detail what was wrong with it, in words
 */
public record DeadLetter(String topic, int partition, long offset, Rejection reason, String detail) {}
