package dev.convoy.runtime;

/**
 * Something wrong with a link for some time.
 *
 * @param delayMs what a message takes longer that is sent meanwhile
 * @param cutOff whether all that is sent meanwhile is lost
 */
public record LinkFault(Windows windows, long delayMs, boolean cutOff) {
    public LinkFault {
        if (delayMs < 0) {
            throw new IllegalArgumentException("a delay must not be negative: " + delayMs + " ms");
        }
    }

    public static LinkFault late(Windows windows, long delayMs) {
        return new LinkFault(windows, delayMs, false);
    }

    public static LinkFault cutOff(Windows windows) {
        return new LinkFault(windows, 0, true);
    }
}
