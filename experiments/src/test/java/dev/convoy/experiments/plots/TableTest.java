package dev.convoy.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableTest {
    @TempDir
    Path directory;

    @Test
    void aQuotedCellMayHoldCommasQuotesAndLineEnds() throws IOException {
        Table table = Table.read(file("a,b\n\"1,\"\"x\"\"\n2\",3\r\n,4\n"), "a", "b");

        assertEquals(List.of("a", "b"), table.columns());
        assertEquals("1,\"x\"\n2", table.rows().get(0).text("a"));
        assertEquals(OptionalDouble.of(3), table.rows().get(0).number("b"));
        assertEquals(OptionalDouble.empty(), table.rows().get(1).number("a"));
    }

    @Test
    void aWrongNumberIsNamedWithItsLine() throws IOException {
        Table table = Table.read(file("a,b\n\"x\ny\",1\n2,NaN\n"), "a");

        assertEquals(
                directory.resolve("table.csv") + ":4: b must be a finite number: 'NaN'",
                assertThrows(
                                UnreadableRunException.class,
                                () -> table.rows().get(1).number("b"))
                        .getMessage());
    }

    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        Path shortLine = file("a,b\n1,2\n3");
        assertMessage(shortLine, ":3: 1 cells under 2 column names; is the file cut off?");
        assertMessage(file("a,b\n1,\"2"), ":2: a quote is never closed; is the file cut off?");
    }

    private static void assertMessage(Path file, String end) {
        assertEquals(
                file + end,
                assertThrows(UnreadableRunException.class, () -> Table.read(file, "a"))
                        .getMessage());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("table.csv"), text);
    }
}
