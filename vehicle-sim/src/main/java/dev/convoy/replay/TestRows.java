package dev.convoy.replay;

import dev.convoy.telemetry.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of the test files, as learners see them. */
public final class TestRows {
    private TestRows() {}

    /** Takes rows one after the other. */
    public interface Taker {
        void take(float[] features, int label);
    }

    /**
     * Reads all of them.
     *
     * @param refused is told of every row that cannot be read
     */
    public static void read(Replay replay, Taker taker, Consumer<RefusedRow> refused) throws IOException {
        FileHash.requireUnchanged(replay.testFiles());
        Inputs inputs = Inputs.of(replay.features());
        Schema schema = inputs.schema();
        List<DataFile> files = replay.testFiles();
        for (int i = 0; i < files.size(); i++) {
            try (CsvRows rows = new CsvRows(files.get(i).path().orElseThrow(), replay.columns())) {
                RowReader reader = new RowReader(
                        replay, inputs, rows.places(), rows.header().size(), true);
                for (Optional<CsvRows.Line> line = rows.next(); line.isPresent(); line = rows.next()) {
                    try {
                        Row row = reader.read(line.get().cells());
                        taker.take(schema.features(row.values()), row.label());
                    } catch (UnfitException e) {
                        refused.accept(new RefusedRow(i, line.get().number(), e.getMessage()));
                    }
                }
            }
        }
    }
}
