package dev.convoy.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where log lines go. To be set before the first one is written. */
final class Logs {
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logs() {}

    /** A terminal shows answers, not log lines; what the command line of the JVM says goes first. */
    static void quiet() {
        unlessGiven("defaultLogLevel", "off");
    }

    /** From now on log lines go to a file, stack traces among them. */
    static void to(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        System.setProperty(PREFIX + "defaultLogLevel", "warn");
        unlessGiven("log.dev.convoy", "info");
        unlessGiven("showDateTime", "true");
        unlessGiven("dateTimeFormat", "yyyy-MM-dd HH:mm:ss.SSS");
        unlessGiven("logFile", file.toString());
    }

    private static void unlessGiven(String key, String value) {
        if (System.getProperty(PREFIX + key) == null) {
            System.setProperty(PREFIX + key, value);
        }
    }
}
