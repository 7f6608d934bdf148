package dev.convoy.replay;

/** What is wrong with a row. */
final class UnfitException extends Exception {
    private static final long serialVersionUID = 1;

    UnfitException(String message) {
        super(message, null, false, false);
    }
}
