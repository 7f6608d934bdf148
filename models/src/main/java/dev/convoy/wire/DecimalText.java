package dev.convoy.wire;

/** Numbers as text with fixed decimals: several times faster than the shortest text of any double, and as exact. */
final class DecimalText {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    /** Below it every integer is a double, and so is exact in what follows. */
    private static final double LARGEST = 1L << 53;

    private static final int WIDEST = 24;

    /** Fifteen digits and a point. */
    private static final int MOST_EXACT_CHARACTERS = 16;

    private final char[] characters = new char[WIDEST];
    private int length;

    /**
     * False where the value is not exactly the nearest double to a number with so many decimals (0 to 9); else the text
     * is there, and parses back to the same bits.
     */
    boolean format(double value, int decimals) {
        double scaled = value * POWERS[decimals];
        if (!(Math.abs(scaled) < LARGEST)) {
            return false;
        }
        long digits = Math.round(scaled);
        // A quotient of two exact numbers is the double nearest to it, which is what a parser returns. -0 fails here.
        if (Double.doubleToRawLongBits(digits / POWERS[decimals]) != Double.doubleToRawLongBits(value)) {
            return false;
        }
        write(digits, decimals);
        return true;
    }

    private void write(long digits, int decimals) {
        long rest = Math.abs(digits);
        int written = 0;
        int position = WIDEST;
        while (rest > 0 || written <= decimals) {
            if (written == decimals && decimals > 0) {
                characters[--position] = '.';
            }
            characters[--position] = (char) ('0' + rest % 10);
            rest /= 10;
            written++;
        }
        if (digits < 0) {
            characters[--position] = '-';
        }
        length = WIDEST - position;
        System.arraycopy(characters, position, characters, 0, length);
    }

    /** The double nearest to a text like {@code -12.345}, or NaN for any other text: not all that are numbers are read. */
    static double parse(char[] text, int offset, int length) {
        int end = offset + length;
        boolean negative = length > 0 && text[offset] == '-';
        long digits = 0;
        int decimals = -1;
        int start = negative ? offset + 1 : offset;
        if (start == end || end - start > MOST_EXACT_CHARACTERS) {
            return Double.NaN;
        }
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                decimals += decimals < 0 ? 0 : 1;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        if (decimals >= POWERS.length) {
            return Double.NaN;
        }
        // Both are exact, so the quotient is the nearest double.
        double value = digits / POWERS[Math.max(0, decimals)];
        return negative ? -value : value;
    }

    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }
}
