package dev.convoy.experiments.records;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Writes one table. Its uncompressed bytes go into the run's digest too, and its rows into the hourly hashes. A gzip
 * header carries no time, so equal tables are equal files.
 */
final class TableWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Measured: a quarter of the default's time for a fifth more bytes. */
    private static final int LEVEL = 2;

    private static final int CHUNK_ROWS = 4096;
    private static final int CHUNKS_AHEAD = 8;

    private final RunTable table;
    private final Path path;
    private final WholeFile file;
    private final OutputStream out;
    private final List<MessageDigest> digests;
    private final HourlyHashes hashes;
    private Lines waiting;
    private long line = 1;

    TableWriter(Path directory, RunTable table, List<MessageDigest> digests, HourlyHashes hashes)
            throws RunFileException {
        this.table = table;
        this.path = directory.resolve(table.fileName());
        this.file = new WholeFile(path);
        this.digests = List.copyOf(digests);
        this.hashes = hashes;
        this.waiting = new Lines(table);
        try {
            this.out =
                    new BufferedOutputStream(table.compressed() ? new FastGzip(file.stream()) : file.stream(), BUFFER);
        } catch (IOException e) {
            throw RunFileException.unwritable(path, e);
        }
        write((table.header() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void row(String... cells) throws RunFileException {
        waiting.add(++line, cells);
        if (waiting.characters() > BUFFER) {
            flush();
        }
    }

    /**
     * Writes many rows in order; several threads make them.
     *
     * @param cells of row 0 to count - 1; may be asked for from any thread
     */
    void rows(int count, IntFunction<String[]> cells) throws IOException {
        flush();
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Deque<Future<Lines>> chunks = new ArrayDeque<>();
            for (int from = 0; from < count || !chunks.isEmpty(); ) {
                if (from < count && chunks.size() < CHUNKS_AHEAD) {
                    int first = from;
                    int end = Math.min(count, from + CHUNK_ROWS);
                    long lineBefore = line + from;
                    chunks.add(pool.submit(() -> lines(first, end, lineBefore, cells)));
                    from = end;
                } else {
                    write(chunks.remove().get());
                }
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while writing " + path).initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("cannot write " + path + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
        line += count;
    }

    private Lines lines(int from, int end, long lineBefore, IntFunction<String[]> cells) throws RunFileException {
        Lines lines = new Lines(table);
        for (int i = from; i < end; i++) {
            lines.add(lineBefore + 1 + i - from, cells.apply(i));
        }
        return lines;
    }

    /** Gives the file its name and returns its SHA-256. */
    String commit() throws RunFileException {
        flush();
        try {
            out.close();
            return file.commit();
        } catch (IOException e) {
            throw RunFileException.unwritable(path, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void flush() throws RunFileException {
        write(waiting);
        waiting = new Lines(table);
    }

    private void write(Lines lines) throws RunFileException {
        write(lines.bytes());
        hashes.add(lines.hashes());
    }

    private void write(byte[] bytes) throws RunFileException {
        for (MessageDigest digest : digests) {
            digest.update(bytes);
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw RunFileException.unwritable(path, e);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(LEVEL);
        }
    }
}
