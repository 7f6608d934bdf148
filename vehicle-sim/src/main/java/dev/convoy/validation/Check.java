package dev.convoy.validation;

/**
 * A figure of ours beside the same figure measured by others.
 *
 * @param tolerance how far ours may lie from theirs, in the figure's own unit
 * @param unit empty for shares and ratios
 * @param source who measured it
 */
public record Check(
        Subject subject, String name, double ours, double outside, double tolerance, String unit, String source) {
    /** What is compared. */
    public enum Subject {
        CITY("UDDS energy from the wall"),
        HIGHWAY("HWFET energy from the wall"),
        WALL("energy from the battery over energy from the wall, both cycles"),
        RANGE("range as a share of that in mild air"),
        FLEET("consumption of trips"),
        STEPS("one step an interval against one a second");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Check {
        if (!Double.isFinite(ours) || !(outside > 0) || !(tolerance > 0)) {
            throw new IllegalArgumentException(
                    name + ": a check needs numbers: " + ours + ", " + outside + ", " + tolerance);
        }
    }

    public boolean holds() {
        return Math.abs(ours - outside) <= tolerance;
    }

    /** Ours over theirs. */
    public double ratio() {
        return ours / outside;
    }
}
