package dev.convoy.runtime;

/**
 * Something wrong with a link for some time.
 *
 * @param delayMs what a message that is sent meanwhile takes longer
 */
public record LinkFault(Windows windows, long delayMs) {
    public LinkFault {
        if (delayMs < 1) {
            throw new IllegalArgumentException("a late message is late by at least 1 ms: " + delayMs + " ms");
        }
    }
}
