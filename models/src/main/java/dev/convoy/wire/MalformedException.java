package dev.convoy.wire;

/** Bytes that are not a message of the expected kind: an expected event, so it carries no stack trace. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DETAIL = 200;

    private final Reason reason;

    /** The detail may quote what was read: it is cut, and control characters are replaced. */
    public MalformedException(Reason reason, String detail) {
        super(printable(detail), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static String printable(String detail) {
        StringBuilder text = new StringBuilder(Math.min(detail.length(), LONGEST_DETAIL));
        for (int i = 0; i < detail.length() && i < LONGEST_DETAIL; i++) {
            char c = detail.charAt(i);
            text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return text.toString();
    }

    /** What is wrong with the bytes. */
    public enum Reason {
        /** Not JSON, not protobuf, cut off, followed by something else, or damaged. */
        UNPARSABLE,
        /** Well formed, but not this kind of message: a key, type, count or range is wrong. */
        WRONG_SHAPE,
        /** A number that is infinite or not a number. */
        NON_FINITE,
        /** More bytes, or a longer text or number, than any message has. */
        TOO_LARGE
    }
}
