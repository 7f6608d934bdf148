package dev.convoy.experiments.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of this program. Its standard input is a pipe that it watches: the pipe ends when this process does, however
 * it dies, so no child is ever left behind. Its standard output tells when it is ready; its log goes to a file.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final Path log;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** @param log is appended to */
    public static ChildProcess start(String name, JavaCommand java, List<String> arguments, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(java.with(arguments))
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("OMP_NUM_THREADS", "1");
        ChildProcess child = new ChildProcess(name, builder.start(), log);
        Thread reader = new Thread(child::readOutput, "output of " + name);
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Of a process that has ended; 128 plus the signal's number if it was killed. */
    public int exitCode() {
        return process.exitValue();
    }

    /**
     * What the process says when it is ready.
     *
     * @throws IOException if it ends before or takes longer; the message is one line for a user
     */
    public String awaitReady(Duration limit) throws IOException, InterruptedException {
        try {
            return ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(lastWords(), e);
        } catch (TimeoutException e) {
            throw new IOException(name + " was not ready within " + limit.toSeconds() + " s; see " + log, e);
        }
    }

    /** What the process said last in its log, as one line. */
    public String lastWords() {
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            String last = lines.filter(l -> l.startsWith(Readiness.ERROR)).reduce("", (a, b) -> b);
            return last.isEmpty()
                    ? name + " ended with exit code " + process.exitValue() + "; see " + log
                    : name + ": " + last.substring(Readiness.ERROR.length());
        } catch (IOException | IllegalThreadStateException e) {
            return name + " failed; see " + log;
        }
    }

    /** Asks it to stop, and kills it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it at once. */
    public void kill() {
        process.destroyForcibly();
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(Readiness.READY)) {
                    ready.complete(line.substring(Readiness.READY.length()).strip());
                } else {
                    Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
            process.waitFor();
        } catch (IOException e) {
            ready.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ready.completeExceptionally(new IOException(name + " ended before it was ready"));
    }
}
