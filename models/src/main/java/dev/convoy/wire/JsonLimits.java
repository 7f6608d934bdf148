package dev.convoy.wire;

/** Limits of what is read and written as JSON. */
final class JsonLimits {
    static final int LONGEST_NAME = 64;
    static final int LONGEST_TEXT = 256;
    static final int MOST_ELEMENTS = 10_000;

    private JsonLimits() {}

    static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
