package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EdgeNodeSnapshotTest {
    @Test
    void aNodeRestoredAtRandomPointsContinuesAsIfNothingHadHappened() {
        int restarts = 0;
        for (int seed = 0; seed < 150; seed++) {
            Scenario scenario = seed % 3 == 0 ? Scenario.withPowerLosses(seed) : Scenario.drawn(seed);
            List<Simulation.Output> undisturbed = scenario.simulation().run();
            SplittableRandom random = new SplittableRandom(seed);
            int[] count = {0};
            List<Simulation.Output> restored = scenario.simulation()
                    .beforeEach(simulation -> {
                        if (random.nextInt(30) == 0) {
                            simulation.restart();
                            count[0]++;
                        }
                    })
                    .run();
            assertEquals(undisturbed.size(), restored.size(), "seed " + seed);
            for (int i = 0; i < restored.size(); i++) {
                assertEquals(undisturbed.get(i), restored.get(i), "seed " + seed + ", output " + i);
            }
            restarts += count[0];
        }
        assertTrue(restarts > 1000, "restarts: " + restarts);
    }
}
