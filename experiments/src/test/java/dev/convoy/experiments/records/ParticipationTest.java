package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.telemetry.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParticipationTest {
    private final Participation participation = new Participation(List.of(new NodeId(1), new NodeId(2), new NodeId(3)));

    private void update(String node, String fate, String staleness, String ageS) throws RunFileException {
        update(node, fate, staleness, ageS, "1");
    }

    private void update(String node, String fate, String staleness, String ageS, String attempts)
            throws RunFileException {
        participation.update(new Row(RunTable.UPDATES, 2, new String[] {
            node, "1", "0", "8", "100", "1.000", "", "", staleness, ageS, fate, "", "", "", attempts, "0"
        }));
    }

    private List<String> rows() {
        return participation.rows().stream()
                .map(cells -> String.join(",", cells))
                .toList();
    }

    @Test
    void aNodeWhoseUpdatesAreRejectedHasANegativeBias() throws RunFileException {
        update("node-1", "aggregated", "0", "10.000");
        update("node-1", "aggregated", "1", "20.000");
        update("node-1", "unfinished", "", "");
        update("node-2", "aggregated", "2", "30.000");
        update("node-2", "rejected", "5", "60.000");
        update("node-2", "superseded", "0", "10.000");
        update("node-2", "lost", "", "", "5");

        assertEquals(
                List.of(
                        "node-1,3,2,0,0,0,1,1.000000,0.500000,300,0.500000,15.000",
                        "node-2,4,1,1,1,1,0,0.250000,-0.250000,800,2.333333,33.333",
                        "node-3,0,0,0,0,0,0,,,0,,",
                        "all,7,3,1,1,1,1,0.500000,0.750000,1100,1.600000,26.000"),
                rows());
    }

    @Test
    void whereEveryNodeIsHeardAlikeThereIsNoBias() throws RunFileException {
        for (String node : List.of("node-1", "node-2", "node-3")) {
            update(node, "aggregated", "0", "10.000");
            update(node, "rejected", "3", "10.000");
        }
        assertEquals("all,6,3,3,0,0,0,0.500000,0.000000,600,1.500000,10.000", rows().get(3));
    }

    @Test
    void anUpdateOfNobodyIsRefused() {
        assertThrows(RunFileException.class, () -> update("node-4", "lost", "", ""));
    }
}
