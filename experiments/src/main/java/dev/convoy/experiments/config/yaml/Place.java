package dev.convoy.experiments.config.yaml;

/**
 * Where something was written.
 *
 * @param source a file as the user named it, or an option with its value
 * @param line from 1; 0 where the source has no lines
 */
public record Place(String source, int line) {
    /** A source that is one line by itself, or as a whole. */
    public static Place of(String source) {
        return new Place(source, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
