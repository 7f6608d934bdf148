package dev.convoy.experiments.cli;

import picocli.CommandLine.Option;

/** Whether the answer is for people or for programs. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "form of the answer (default: ${DEFAULT-VALUE})")
    private Format format;

    /** The two forms. */
    enum Format {
        TEXT,
        JSON
    }

    boolean json() {
        return format == Format.JSON;
    }
}
