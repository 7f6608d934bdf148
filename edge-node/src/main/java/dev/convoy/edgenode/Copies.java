package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells copies of records from records: for each vehicle which of its last 64 sequence numbers have come, as receivers of
 * IPsec do against replays (RFC 4303, section 3.4.3). Nothing is held up for so long that a copy could be older.
 */
final class Copies {
    private static final int REMEMBERED = Long.SIZE;

    private final boolean expected;
    private final Map<String, Seen> seen = new TreeMap<>();

    /** @param expected whether anything comes twice; if not, nothing is remembered */
    Copies(boolean expected) {
        this.expected = expected;
    }

    /** Whether this record has come before; from now on it has. */
    boolean isCopy(String vehicle, long sequence) {
        return expected && !seen.computeIfAbsent(vehicle, v -> new Seen()).isNew(sequence);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(seen.size());
        for (Map.Entry<String, Seen> entry : seen.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().newest);
            out.writeLong(entry.getValue().before);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            Seen of = new Seen();
            seen.put(in.readUTF(), of);
            of.newest = in.readLong();
            of.before = in.readLong();
        }
    }

    /** The newest number of a vehicle, and a bit for each of those up to it, the lowest for itself. */
    private static final class Seen {
        private long newest;
        private long before;

        boolean isNew(long sequence) {
            if (sequence > newest) {
                long later = sequence - newest;
                before = later < REMEMBERED ? before << later | 1 : 1;
                newest = sequence;
                return true;
            }
            long earlier = newest - sequence;
            if (earlier >= REMEMBERED) {
                return true;
            }
            boolean isNew = (before & 1L << earlier) == 0;
            before |= 1L << earlier;
            return isNew;
        }
    }
}
