package dev.convoy.experiments.run;

import dev.convoy.experiments.records.Manifest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which code runs: the commit where git knows it, the bytes of our own jars always. */
public final class CodeVersion {
    private static final String VERSION = "0.1.0";
    private static final Pattern JAR = Pattern.compile("([a-z0-9_.-]+?)-([0-9][A-Za-z0-9.-]*)\\.jar");
    private static final List<String> NAMED =
            List.of("deeplearning4j-core", "jfreechart", "kafka-clients", "nd4j-native", "picocli", "protobuf-java");

    private CodeVersion() {}

    public static Manifest.Code code() {
        Optional<String> commit = git("rev-parse", "HEAD");
        boolean dirty = commit.isPresent()
                && git("status", "--porcelain", "--untracked-files=no")
                        .filter(s -> !s.isEmpty())
                        .isPresent();
        return new Manifest.Code(VERSION, commit.orElse(""), dirty);
    }

    /** In hexadecimal, of the configuration and of the code, whether it is committed or not. */
    public static String hash(String configuration) {
        MessageDigest digest = sha256();
        digest.update(configuration.getBytes(StandardCharsets.UTF_8));
        digest.update(Jars.HASH.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Read once: a sweep asks for every run. */
    private static final class Jars {
        static final String HASH = hash();

        private static String hash() {
            MessageDigest digest = sha256();
            try {
                for (Path jar :
                        jars().filter(j -> j.toString().contains("target")).toList()) {
                    digest.update(Files.readAllBytes(jar));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the program's own jars", e);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The libraries that results depend on, with their versions. */
    static SortedMap<String, String> dependencies() {
        SortedMap<String, String> versions = new TreeMap<>();
        jars().forEach(jar -> {
            Matcher name = JAR.matcher(jar.getFileName().toString());
            if (name.matches() && NAMED.contains(name.group(1))) {
                versions.putIfAbsent(name.group(1), name.group(2));
            }
        });
        return versions;
    }

    public static Manifest.Environment environment() {
        return new Manifest.Environment(
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                cpu(),
                Runtime.getRuntime().availableProcessors());
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static Stream<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(p -> p.toString().endsWith(".jar"));
    }

    private static Optional<String> git(String... arguments) {
        String home = System.getenv("CONVOY_HOME");
        if (home == null) {
            return Optional.empty();
        }
        List<String> command = Stream.concat(Stream.of("git", "-C", home), Stream.of(arguments))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
