package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A running hash for each actor, kind of records and hour of run time, which locates where two runs part. It is the sum
 * (modulo 2^64) of a hash of each record up to the end of the hour, so that it does not matter in which order they are
 * added. It finds accidents; that nobody has altered a file is the digest's to say.
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
        private long hash;
        private long count;

        void add(long hash, long count) {
            this.hash += hash;
            this.count += count;
        }
    }

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::hour).thenComparing(Entry::actor).thenComparing(Entry::strand);

    private static final Map<RunTable, List<Strand>> STRANDS = new EnumMap<>(RunTable.class);

    static {
        for (RunTable table : RunTable.values()) {
            STRANDS.put(table, Strand.of(table));
        }
    }

    private final Map<Strand, Map<String, TreeMap<Long, Sum>>> sums = new EnumMap<>(Strand.class);
    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();

    /** Adds what this row says, in every kind of record it has. */
    void add(Row row) throws RunFileException {
        for (Strand strand : STRANDS.get(row.table())) {
            if (strand.in(row)) {
                long hour = Math.floorDiv(strand.timeMs(row), Strand.HOUR_MS);
                sum(strand, strand.actor(row), hour).add(hash(strand.text(row)), 1);
            }
        }
    }

    /** Adds what another one has been given. */
    void add(HourlyHashes other) {
        other.sums.forEach((strand, actors) -> actors.forEach((actor, hours) ->
                hours.forEach((hour, sum) -> sum(strand, actor, hour).add(sum.hash, sum.count))));
    }

    private Sum sum(Strand strand, String actor, long hour) {
        return sums.computeIfAbsent(strand, s -> new HashMap<>())
                .computeIfAbsent(actor, a -> new TreeMap<>())
                .computeIfAbsent(hour, h -> new Sum());
    }

    /** Two checksums side by side, mixed (the finaliser of MurmurHash3) so that their sums do not cancel. */
    private long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        crc32.reset();
        crc32.update(bytes);
        crc32c.reset();
        crc32c.update(bytes);
        long hash = crc32.getValue() << 32 | crc32c.getValue();
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** By hour, actor and kind. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        sums.forEach((strand, actors) -> actors.forEach((actor, hours) -> {
            long running = 0;
            for (Map.Entry<Long, Sum> hour : hours.entrySet()) {
                running += hour.getValue().hash;
                entries.add(new Entry(
                        hour.getKey(),
                        actor,
                        strand,
                        hour.getValue().count,
                        HexFormat.of().toHexDigits(running)));
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
