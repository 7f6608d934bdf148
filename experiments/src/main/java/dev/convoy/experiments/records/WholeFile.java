package dev.convoy.experiments.records;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A file that is there whole or not at all: written under a temporary name and renamed at the end. Closing it without
 * {@link #commit} takes it away.
 */
public final class WholeFile implements AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final MessageDigest digest = Hashing.sha256();
    private final OutputStream out;
    private boolean committed;

    WholeFile(Path file) throws RunFileException {
        this.file = file;
        this.temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            this.out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16), digest);
        } catch (IOException e) {
            throw RunFileException.unwritable(file, e);
        }
    }

    /** Writes a whole file at once and returns its SHA-256. */
    public static String write(Path file, byte[] bytes) throws RunFileException {
        try (WholeFile whole = new WholeFile(file)) {
            whole.stream().write(bytes);
            return whole.commit();
        } catch (IOException e) {
            throw RunFileException.unwritable(file, e);
        }
    }

    OutputStream stream() {
        return out;
    }

    /** Gives the file its name and returns its SHA-256. */
    String commit() throws RunFileException {
        try {
            out.close();
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed = true;
            return Hashing.hex(digest.digest());
        } catch (IOException e) {
            throw RunFileException.unwritable(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
