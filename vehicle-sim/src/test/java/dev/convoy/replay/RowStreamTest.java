package dev.convoy.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowStreamTest {
    @TempDir
    private Path directory;

    private final List<RefusedRow> refused = new ArrayList<>();

    @Test
    void filesWithoutTimesComeOneAfterTheOtherWithARowEverySoOften() throws IOException {
        Replay replay =
                resolved(Optional.empty(), file("a.csv", "x,label\n1,a\n2,b\n"), file("b.csv", "x,label\n3,a\n"));

        assertEquals(List.of("0 a", "1000 b", "2000 a"), read(replay));
    }

    @Test
    void filesWithTimesAreReadSideBySideAndAClockNeverGoesBack() throws IOException {
        Replay replay = resolved(
                Optional.of("t"),
                file("a.csv", "t,x,label\n10,1,a\n30,1,b\n20,1,c\n"),
                file("b.csv", "t,x,label\n2023-01-01 00:00:00,1,d\n5,1,a\n"));

        // The second file begins with a date decades later; from then on its clock stands.
        List<String> read = read(replay);
        assertEquals(List.of("0 a", "20000 b", "20000 c"), read.subList(0, 3));
        assertTrue(read.get(3).endsWith(" d") && read.get(4).endsWith(" a"), read.toString());
    }

    @Test
    void badRowsTakeTheirPlaceAndAreNamedByTheirLines() throws IOException {
        Replay replay = resolved(
                Optional.empty(), file("a.csv", "x,label\n1,a\n2\n\n\"3\",b\nword,a\n5,unknown\ninf,a\n7,b,c\n8,a\n"));
        Replay strict = new Replay(
                replay.files(),
                List.of(),
                Optional.empty(),
                replay.every(),
                replay.node(),
                Optional.empty(),
                replay.features(),
                List.of(),
                replay.label(),
                replay.labelDelay(),
                List.of("a", "b"),
                replay.absent(),
                List.of(),
                Optional.empty());

        assertEquals(List.of("0 a", "2000 b", "7000 a"), read(strict));
        assertEquals(
                List.of(3L, 6L, 7L, 8L, 9L),
                refused.stream().map(RefusedRow::line).toList());
        assertEquals("x: 'word' is no number", refused.get(1).detail());
    }

    @Test
    void aCompressedFileHasTheSameRows() throws IOException {
        String text = "x,label\n1,a\n2,b\n";
        Path zipped = directory.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(read(resolved(Optional.empty(), file("a.csv", text))), read(resolved(Optional.empty(), zipped)));
    }

    @Test
    void aStreamThatIsContinuedAnywhereHasTheSameRows() throws IOException {
        StringBuilder first = new StringBuilder("t,x,label\n");
        StringBuilder second = new StringBuilder("t,x,label\n");
        for (int i = 0; i < 20; i++) {
            first.append(i * 7 % 30)
                    .append(i % 5 == 3 ? ",bad," : ",1,")
                    .append((char) ('a' + i % 3))
                    .append('\n');
            second.append(i * 2).append(",2,").append((char) ('a' + i % 2)).append('\n');
        }
        Path one = file("a.csv", first.toString());
        Path other = file("b.csv", second.toString());
        for (Optional<String> time : List.of(Optional.of("t"), Optional.<String>empty())) {
            Replay replay = resolved(time, one, other);
            List<String> all = read(replay);
            for (int cut = 0; cut <= all.size(); cut++) {
                assertEquals(all, readWithACut(replay, cut), time + ", cut after " + cut);
            }
        }
    }

    private List<String> readWithACut(Replay replay, int cut) throws IOException {
        List<String> read = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowStream stream = new RowStream(replay, refused::add)) {
            while (read.size() < cut) {
                read.add(next(stream, replay));
            }
            stream.writeTo(new DataOutputStream(bytes));
        }
        try (RowStream stream = new RowStream(replay, refused::add)) {
            stream.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertEquals(cut, stream.taken());
            while (stream.peek().isPresent()) {
                read.add(next(stream, replay));
            }
        }
        return read;
    }

    private List<String> read(Replay replay) throws IOException {
        List<String> read = new ArrayList<>();
        try (RowStream stream = new RowStream(replay, refused::add)) {
            while (stream.peek().isPresent()) {
                read.add(next(stream, replay));
            }
        }
        return read;
    }

    private static String next(RowStream stream, Replay replay) throws IOException {
        Row row = stream.peek().orElseThrow();
        stream.take();
        return row.timeMs() + " " + replay.classes().get(row.label());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    static Replay resolved(Optional<String> time, Path... files) {
        Replay standard = Replay.standard();
        Replay replay = new Replay(
                List.of(files).stream()
                        .map(file -> new DataFile(file.toString()))
                        .toList(),
                List.of(),
                time,
                Duration.ofSeconds(1),
                standard.node(),
                Optional.empty(),
                List.of(Feature.parse("x")),
                List.of(),
                Label.parse("label"),
                LabelDelay.NONE,
                List.of(),
                List.of(""),
                List.of(),
                Optional.empty());
        Survey.Result result = Survey.of(replay, path -> path);
        assertEquals(List.of(), result.mistakes());
        return result.replay();
    }
}
