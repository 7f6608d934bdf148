package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.evaluation.ConfusionMatrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of three classes the last is never predicted, and one of the first is taken for the second. */
class TestTablesTest {
    private static final int[][] LABEL_AND_PREDICTED = {{0, 0}, {0, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 1}, {2, 0}};

    @TempDir
    private Path directory;

    @Test
    void whatIsUndefinedIsEmptyAndTheMeansAreLast() throws Exception {
        write();

        assertEquals("""
                model,class,precision,recall,f1,support
                global,a,0.750000,0.750000,0.750000,4
                global,"b,2",0.666667,1.000000,0.800000,2
                global,c,,0.000000,0.000000,1
                global,macro,0.472222,0.583333,0.516667,7
                global,micro,0.714286,0.714286,0.714286,7
                """, Files.readString(directory.resolve(TestTables.SCORES)));
    }

    @Test
    void eachPairThatOccurredIsCounted() throws Exception {
        write();

        assertEquals("""
                model,label,predicted,count
                global,a,a,3
                global,a,"b,2",1
                global,"b,2","b,2",2
                global,c,a,1
                """, Files.readString(directory.resolve(TestTables.CONFUSION)));
    }

    private void write() throws Exception {
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        for (int[] row : LABEL_AND_PREDICTED) {
            matrix.count(row[1], row[0], 1);
        }
        TestTables.write(directory, List.of("a", "b,2", "c"), Map.of("global", matrix.report()));
    }
}
