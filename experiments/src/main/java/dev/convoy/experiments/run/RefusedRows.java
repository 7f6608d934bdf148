package dev.convoy.experiments.run;

import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.replay.Refusals;
import dev.convoy.replay.RefusedRow;
import dev.convoy.replay.Replay;
import dev.convoy.replay.TestRows;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a replay that cannot be sent, as dead letters: the partition is the file's index, the offset its line. */
final class RefusedRows {
    static final String FILES = "files";
    static final String TEST_FILES = "test-files";

    private RefusedRows() {}

    static List<DeadLetter> of(Wiring wiring) throws IOException {
        Optional<Replay> replay = wiring.config().workload().replayed();
        List<DeadLetter> letters = new ArrayList<>();
        if (replay.isPresent()) {
            Refusals.of(replay.get(), wiring.durationMs()).forEach(row -> letters.add(letter(FILES, row)));
            TestRows.read(replay.get(), (features, label) -> {}, row -> letters.add(letter(TEST_FILES, row)));
        }
        return letters;
    }

    private static DeadLetter letter(String topic, RefusedRow row) {
        return new DeadLetter(
                topic,
                row.file(),
                row.line(),
                Rejection.WRONG_SHAPE,
                "file " + (row.file() + 1) + ", line " + row.line() + ": " + row.detail());
    }
}
