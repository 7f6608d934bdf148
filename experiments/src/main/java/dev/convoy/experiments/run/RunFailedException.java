package dev.convoy.experiments.run;

/** A run failed; the message is one or two lines for a user, the cause is for the log. */
public final class RunFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RunFailedException(String message) {
        super(message);
    }

    public RunFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
