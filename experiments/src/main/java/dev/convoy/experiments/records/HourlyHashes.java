package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A running hash for each actor, kind of records and hour of run time, which locates where two runs part. It is the sum
 * (modulo 2^64, in two halves) of the SHA-256 of the records up to the end of the hour, so that it does not matter in
 * which order they are added.
 */
final class HourlyHashes {
    /** One line of the table: the records of one kind that became known in one hour, and the hash up to its end. */
    record Entry(long hour, String actor, Strand strand, long count, String hash) {
        static Entry of(Row row) throws RunFileException {
            try {
                return new Entry(
                        row.whole("hour"),
                        row.text("actor"),
                        Strand.parse(row.text("records")),
                        row.whole("count"),
                        row.text("hash"));
            } catch (IllegalArgumentException e) {
                throw row.problem("records", e.getMessage());
            }
        }

        String described() {
            return hash + " (hour " + hour + ", " + actor + ", " + count + " " + strand.word() + ")";
        }

        private String[] cells() {
            return new String[] {Long.toString(hour), actor, strand.word(), Long.toString(count), hash};
        }
    }

    private static final class Sum {
        private long first;
        private long second;
        private long count;
    }

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::hour).thenComparing(Entry::actor).thenComparing(Entry::strand);

    private final Map<RunTable, List<Strand>> strands = new EnumMap<>(RunTable.class);
    private final Map<Strand, Map<String, TreeMap<Long, Sum>>> sums = new EnumMap<>(Strand.class);
    private final MessageDigest sha256 = Hashing.sha256();

    HourlyHashes() {
        for (RunTable table : RunTable.values()) {
            strands.put(table, Strand.of(table));
        }
    }

    /** Adds what this row says, in every kind of record it has. */
    void add(Row row) throws RunFileException {
        for (Strand strand : strands.get(row.table())) {
            if (strand.in(row)) {
                long hour = Math.floorDiv(strand.timeMs(row), Strand.HOUR_MS);
                Sum sum = sums.computeIfAbsent(strand, s -> new HashMap<>())
                        .computeIfAbsent(strand.actor(row), a -> new TreeMap<>())
                        .computeIfAbsent(hour, h -> new Sum());
                ByteBuffer hash = ByteBuffer.wrap(sha256.digest(strand.text(row).getBytes(StandardCharsets.UTF_8)));
                sum.first += hash.getLong();
                sum.second += hash.getLong();
                sum.count++;
            }
        }
    }

    /** By hour, actor and kind. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        sums.forEach((strand, actors) -> actors.forEach((actor, hours) -> {
            long first = 0;
            long second = 0;
            for (Map.Entry<Long, Sum> hour : hours.entrySet()) {
                first += hour.getValue().first;
                second += hour.getValue().second;
                String hash = String.format("%016x%016x", first, second);
                entries.add(new Entry(hour.getKey(), actor, strand, hour.getValue().count, hash));
            }
        }));
        entries.sort(ORDER);
        return entries;
    }

    /** Writes the table and returns the SHA-256 of its file. */
    String write(Path directory) throws IOException {
        try (TableWriter table = new TableWriter(directory, RunTable.HASHES, List.of(), new HourlyHashes())) {
            for (Entry entry : entries()) {
                table.row(entry.cells());
            }
            return table.commit();
        }
    }

    static List<Entry> read(Path directory) throws IOException {
        List<Entry> entries = new ArrayList<>();
        TableReader.read(directory, RunTable.HASHES, row -> entries.add(Entry.of(row)));
        return entries;
    }
}
