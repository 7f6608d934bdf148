package dev.convoy.replay;

import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All rows that can be sent, in the order of their times: with a column of times the files side by side, else one after
 * the other. Only one row of each open file is in memory.
 */
final class RowStream implements Closeable {
    private final Replay replay;
    private final Inputs inputs;
    private final Consumer<RefusedRow> refused;
    private final List<RowFile> open = new ArrayList<>();
    private long originMs;
    private long taken;
    private int current;

    /** @param refused is told of every row that cannot be sent, in the order of reading */
    RowStream(Replay replay, Consumer<RefusedRow> refused) throws IOException {
        this.replay = replay;
        this.inputs = Inputs.of(replay.features());
        this.refused = refused;
        if (replay.time().isPresent()) {
            for (int i = 0; i < replay.files().size(); i++) {
                open.add(new RowFile(replay, inputs, i, 0, refused));
            }
            originMs = open.stream()
                    .flatMap(file -> file.head().stream())
                    .mapToLong(Row::timeMs)
                    .min()
                    .orElse(0);
        } else {
            open.add(new RowFile(replay, inputs, 0, 0, refused));
            openNext();
        }
        choose();
    }

    /** The next row, its time counted from the first; empty after the last. */
    Optional<Row> peek() {
        return open.get(current).head().map(row -> row.at(row.timeMs() - originMs));
    }

    /** How many rows have been taken. */
    long taken() {
        return taken;
    }

    /** Takes the row that {@link #peek} shows. */
    void take() throws IOException {
        open.get(current).take();
        taken++;
        if (replay.time().isEmpty()) {
            openNext();
        }
        choose();
    }

    private void openNext() throws IOException {
        RowFile last = open.get(open.size() - 1);
        while (last.head().isEmpty() && open.size() < replay.files().size()) {
            last.close();
            last = new RowFile(replay, inputs, open.size(), last.base() + last.read(), refused);
            open.add(last);
        }
    }

    /** The earliest head, of equals that of the first file. */
    private void choose() {
        current = open.size() - 1;
        for (int i = open.size() - 1; i >= 0; i--) {
            Optional<Row> head = open.get(i).head();
            Optional<Row> best = open.get(current).head();
            if (head.isPresent()
                    && (best.isEmpty() || head.get().timeMs() <= best.get().timeMs())) {
                current = i;
            }
        }
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(taken);
        out.writeLong(originMs);
        out.writeInt(open.size());
        for (RowFile file : open) {
            out.writeLong(file.base());
            out.writeLong(file.position().taken());
            out.writeLong(file.position().clockMs());
        }
    }

    /** Goes on from what {@link #writeTo} wrote; only before anything was taken. */
    void readFrom(DataInput in) throws IOException {
        close();
        open.clear();
        taken = in.readLong();
        originMs = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            RowFile file = new RowFile(replay, inputs, i, in.readLong(), refused);
            file.skipTo(new RowFile.Position(in.readLong(), in.readLong()));
            open.add(file);
        }
        choose();
    }

    @Override
    public void close() throws IOException {
        for (RowFile file : open) {
            file.close();
        }
    }
}
