package dev.convoy.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of a file's bytes as they lie there, compressed or not. */
final class FileHash {
    private FileHash() {}

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @throws IOException if a file is not there or not the one the experiment names */
    static void requireUnchanged(List<DataFile> files) throws IOException {
        for (DataFile file : files) {
            Path path = file.path()
                    .orElseThrow(
                            () -> new IOException("where is the file " + file + "? Only its content's hash is known"));
            if (!of(path).equals(file.sha256().orElseThrow())) {
                throw new IOException(path + " has changed since the experiment was read");
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
