package dev.convoy.experiments.cli;

/** What the user asked for cannot be; found before anything was started. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
