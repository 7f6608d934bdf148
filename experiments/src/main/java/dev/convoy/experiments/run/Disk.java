package dev.convoy.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a failure may come from a full disk, which the layers above report in many ways. */
final class Disk {
    private static final long FULL_BYTES = 8L << 20;

    private Disk() {}

    /** What to add to the message of a failure: empty if there is room. */
    static String hint(Path directory) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            return free < FULL_BYTES
                    ? "; the disk is full: " + (free >> 10) + " kB are left where " + directory + " is"
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
