package dev.convoy.replay;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of rows: by its path as a user writes it, by the hash of its content as it enters an experiment's identity, or by
 * both once it has been read.
 *
 * @param text {@code path}, {@code sha256:hex} or {@code sha256:hex=path}
 */
public record DataFile(String text) {
    private static final Pattern HASHED = Pattern.compile("sha256:([0-9a-f]{64})(?:=(.+))?");

    public DataFile {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a file's name must not be empty");
        }
    }

    public static DataFile parse(String text) {
        return new DataFile(text);
    }

    static DataFile of(String sha256, Path path) {
        return new DataFile("sha256:" + sha256 + "=" + path);
    }

    /** SHA-256 of the content; empty as long as nobody has read it. */
    public Optional<String> sha256() {
        Matcher hashed = HASHED.matcher(text);
        return hashed.matches() ? Optional.of(hashed.group(1)) : Optional.empty();
    }

    /** Empty where only the content is known. */
    public Optional<Path> path() {
        Matcher hashed = HASHED.matcher(text);
        if (hashed.matches()) {
            return Optional.ofNullable(hashed.group(2)).map(Path::of);
        }
        return Optional.of(Path.of(text));
    }

    DataFile withoutPath() {
        return sha256().map(hash -> new DataFile("sha256:" + hash)).orElse(this);
    }

    @Override
    public String toString() {
        return text;
    }
}
