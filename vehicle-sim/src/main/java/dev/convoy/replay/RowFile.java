package dev.convoy.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of one file that can be sent, in its order. A row's time is never before that of the row ahead of it. */
final class RowFile implements Closeable {
    private final Replay replay;
    private final int index;
    private final CsvRows rows;
    private final RowReader reader;
    private final Consumer<RefusedRow> refused;
    private final long base;
    private long read;
    private long taken;
    private long clockMs = Long.MIN_VALUE;
    private long takenClockMs = Long.MIN_VALUE;
    private Optional<Row> head = Optional.empty();

    /** @param base how many rows there are in the files before, for those that have no times */
    RowFile(Replay replay, Inputs inputs, int index, long base, Consumer<RefusedRow> refused) throws IOException {
        this.replay = replay;
        this.index = index;
        this.base = base;
        this.refused = refused;
        Path path = replay.files().get(index).path().orElseThrow();
        this.rows = new CsvRows(path, replay.columns());
        this.reader = new RowReader(replay, inputs, rows.places(), rows.header().size(), false);
        advance();
    }

    Optional<Row> head() {
        return head;
    }

    /** Takes the head. */
    void take() throws IOException {
        taken = read;
        takenClockMs = clockMs;
        advance();
    }

    /** How many rows have been read, whether they can be sent or not. */
    long read() {
        return read;
    }

    long base() {
        return base;
    }

    /** How far it has been taken: enough to come here again. */
    Position position() {
        return new Position(taken, takenClockMs);
    }

    /** The rows up to the last that was taken, and its time. */
    record Position(long taken, long clockMs) {}

    /** Only before anything was taken. */
    void skipTo(Position position) throws IOException {
        if (position.taken() == 0) {
            return;
        }
        while (read < position.taken() && rows.next().isPresent()) {
            read++;
        }
        taken = position.taken();
        clockMs = position.clockMs();
        takenClockMs = clockMs;
        advance();
    }

    private void advance() throws IOException {
        while (true) {
            Optional<CsvRows.Line> line = rows.next();
            if (line.isEmpty()) {
                head = Optional.empty();
                return;
            }
            read++;
            try {
                Row row = reader.read(line.get().cells());
                long timeMs = replay.time().isPresent()
                        ? row.timeMs()
                        : (base + read - 1) * replay.every().toMillis();
                clockMs = Math.max(clockMs, timeMs);
                head = Optional.of(row.at(clockMs));
                return;
            } catch (UnfitException e) {
                refused.accept(new RefusedRow(index, line.get().number(), e.getMessage()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
