package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of a run that cannot be read or written, or that is at odds with the others; the message is one sentence. */
public final class RunFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public RunFileException(String sentence) {
        super(sentence);
    }

    private RunFileException(String sentence, IOException cause) {
        super(sentence, cause);
    }

    static RunFileException unreadable(Path file, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new RunFileException(file.getFileName() + " is missing", cause)
                : new RunFileException(file.getFileName() + " cannot be read: " + reason(cause), cause);
    }

    static RunFileException unwritable(Path file, IOException cause) {
        return cause instanceof RunFileException already
                ? already
                : new RunFileException("cannot write " + file + ": " + reason(cause), cause);
    }

    /** What went wrong without the path, which file system exceptions repeat. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such directory";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
