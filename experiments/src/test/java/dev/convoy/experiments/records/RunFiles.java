package dev.convoy.experiments.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Writes synthetic runs with their manifests, and reads and damages what they left. */
final class RunFiles {
    private RunFiles() {}

    static Recording write(SyntheticRun run, long order, Path directory) throws IOException {
        Files.createDirectories(directory);
        Recording recording = run.recorded(run.interleaved(order)).write(directory, run.closing());
        manifest(run, recording).write(directory);
        return recording;
    }

    static Manifest manifest(SyntheticRun run, Recording recording) {
        return new Manifest(
                "synthetic",
                7,
                "local",
                run.durationMs / 1000.0,
                run.closing().configuration(),
                null,
                recording.digest(),
                new Manifest.Code("0.1.0", "", false),
                new Manifest.Environment("17", "some", "some", "some", 2),
                new TreeMap<>(),
                new Manifest.Wall("2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", 1),
                recording.counts(),
                recording.ledger(),
                List.of(),
                recording.files());
    }

    static List<Path> all(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A fresh copy to damage. */
    static Path copy(Path from, Path to) throws IOException {
        for (Path file : all(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return to;
    }

    static List<String> lines(Path directory, RunTable table) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(table.fileName()));
        if (table.compressed()) {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve(table.fileName())))) {
                bytes = in.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    static void write(Path directory, RunTable table, List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        if (table.compressed()) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            }
            bytes = packed.toByteArray();
        }
        Files.write(directory.resolve(table.fileName()), bytes);
    }

    /** Puts another cell into a line (1 is the header), and returns the old one. */
    static String change(Path directory, RunTable table, int line, String column, String cell) throws IOException {
        List<String> lines = new ArrayList<>(lines(directory, table));
        String[] cells = lines.get(line - 1).split(",", -1);
        String old = cells[table.index(column)];
        cells[table.index(column)] = cell;
        lines.set(line - 1, String.join(",", cells));
        write(directory, table, lines);
        return old;
    }
}
