package dev.convoy.runtime;

/** Bytes on a topic that are not one of its messages; an expected event, which ends in the dead letters. */
public final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Rejection rejection;

    public UndecodableException(Rejection rejection, String detail) {
        super(detail, null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
