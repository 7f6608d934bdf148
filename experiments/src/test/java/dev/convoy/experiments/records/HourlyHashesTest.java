package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HourlyHashesTest {
    private static List<Row> adoptions(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(adoption(i * 700, "node-" + (1 + i % 3), i));
        }
        return rows;
    }

    private static Row adoption(int second, String node, int version) {
        return new Row(RunTable.ADOPTIONS, 2, new String[] {second + ".000", node, Integer.toString(version)});
    }

    private static HourlyHashes of(List<Row> rows) throws RunFileException {
        HourlyHashes hashes = new HourlyHashes();
        for (Row row : rows) {
            hashes.add(row);
        }
        return hashes;
    }

    @Test
    void theOrderOfTheRecordsAndHowTheyAreGroupedDoNotMatter() throws RunFileException {
        List<Row> rows = adoptions(60);
        List<HourlyHashes.Entry> whole = of(rows).entries();
        for (int seed = 0; seed < 20; seed++) {
            List<Row> shuffled = new ArrayList<>(rows);
            Random random = new Random(seed);
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(rows.size());
            HourlyHashes joined = of(shuffled.subList(0, cut));
            joined.add(of(shuffled.subList(cut, rows.size())));
            assertEquals(whole, joined.entries(), "seed " + seed);
        }
    }

    @Test
    void anotherRecordShowsFromItsHourOn() throws RunFileException {
        List<Row> rows = adoptions(60);
        List<Row> changed = new ArrayList<>(rows);
        changed.set(31, adoption(31 * 700, "node-2", 99));
        List<HourlyHashes.Entry> before = of(rows).entries();
        List<HourlyHashes.Entry> after = of(changed).entries();
        for (int i = 0; i < before.size(); i++) {
            boolean later =
                    before.get(i).actor().equals("node-2") && before.get(i).hour() >= 31 * 700 / 3600;
            if (later) {
                assertNotEquals(
                        before.get(i).hash(), after.get(i).hash(), before.get(i).described());
            } else {
                assertEquals(before.get(i), after.get(i));
            }
        }
    }
}
