package dev.convoy.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows that a run leaves out, found by reading the files as the run does. */
public final class Refusals {
    private Refusals() {}

    public static List<RefusedRow> of(Replay replay, long durationMs) throws IOException {
        List<RefusedRow> refused = new ArrayList<>();
        try (RowStream stream = new RowStream(replay, refused::add)) {
            while (stream.peek().filter(row -> row.timeMs() < durationMs).isPresent()) {
                stream.take();
            }
        }
        return refused;
    }
}
