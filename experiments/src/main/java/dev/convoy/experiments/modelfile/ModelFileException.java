package dev.convoy.experiments.modelfile;

import java.io.IOException;

/** A model's file that cannot be read or written, or that is not what its index says; the message is one sentence. */
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1L;

    ModelFileException(String sentence) {
        super(sentence);
    }

    ModelFileException(String sentence, IOException cause) {
        super(sentence, cause);
    }
}
