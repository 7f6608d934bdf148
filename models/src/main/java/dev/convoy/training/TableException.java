package dev.convoy.training;

import java.io.IOException;

/** A recorded file that cannot be trained on; the message is one sentence with file and line. */
public final class TableException extends IOException {
    private static final long serialVersionUID = 1L;

    TableException(String sentence) {
        super(sentence);
    }
}
