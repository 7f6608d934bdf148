package dev.convoy.experiments.plots;

/** A run's directory cannot be read or drawn; the message says in one line which file, what is wrong and what would be right. */
public final class UnreadableRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRunException(String message) {
        super(message);
    }

    public UnreadableRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
