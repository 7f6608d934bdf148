package dev.convoy.runtime.kafka;

/** The cluster cannot be reached or refuses; the message is one line for a user. */
public final class BrokerException extends Exception {
    private static final long serialVersionUID = 1L;

    private BrokerException(String message, Throwable cause) {
        super(message, cause);
    }

    static BrokerException of(String what, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String detail = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new BrokerException(what + ": " + detail, cause);
    }
}
