package dev.convoy.experiments.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convoy.prediction.Baselines;
import dev.convoy.runtime.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The baselines on the whole of Elec2 against figures computed elsewhere; without the data there is nothing to do. */
class Elec2Test {
    private static final Path DATA = Path.of("../../shared/data/elec.csv");
    private static final double FOURTH_DIGIT = 0.00005;

    @BeforeAll
    static void onlyWithTheData() {
        assumeTrue(Files.exists(DATA));
    }

    @Test
    void withoutDelayNoChangeAndMajorityAreAsPublished() throws Exception {
        ReplayedRun run = run(0);

        assertEquals(45_312, run.scored().size());
        assertEquals(0.8533, share(run, Baselines::noChange), FOURTH_DIGIT);
        assertEquals(0.5754, share(run, Baselines::majority), FOURTH_DIGIT);
    }

    /** The published figures count what is asked before the first label as class 0. */
    @Test
    void aDelayOfHundredRowsTakesNoChangeItsStrength() throws Exception {
        ReplayedRun run = run(100);

        assertEquals(45_312, run.scored().size());
        assertEquals(0.5417, share(run, Baselines::noChange), FOURTH_DIGIT);
        assertEquals(0.5748, share(run, Baselines::majority), FOURTH_DIGIT);
    }

    private static double share(ReplayedRun run, Function<Baselines, OptionalInt> baseline) {
        return run.share(scored -> baseline.apply(scored.prediction().baselines()));
    }

    /** One node that hardly trains: baselines do not care. */
    private static ReplayedRun run(int delayRows) throws InterruptedException {
        return new ReplayedRun(
                "elec2.yaml",
                Settings.of(1),
                "workload.files=[" + DATA + "]",
                "workload.label-delay={rows: " + delayRows + "}",
                "nodes.count=1",
                "nodes.decide-every=10m",
                "nodes.maximum-steps=1",
                "aggregator.strategy=none",
                "aggregator.trigger.updates=1");
    }
}
