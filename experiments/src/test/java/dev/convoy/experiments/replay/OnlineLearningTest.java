package dev.convoy.experiments.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.FinalModel;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One node without delay whose buffer holds one row and that trains before the next row comes learns online: row by row
 * in order, as the published figures for Elec2 do.
 */
class OnlineLearningTest {
    private static final double RATE = 0.05;
    private static final double FLOAT_AGAINST_DOUBLE = 1e-3;

    @Test
    void eachRowIsPredictedByWhatTheRowsBeforeItTaught() throws Exception {
        ReplayedRun run = new ReplayedRun(
                "elec2.yaml",
                Settings.of(1),
                Stream.concat(
                                Stream.of("workload.files=[data/elec2-small.csv]", "duration=10m"),
                                Elec2Figures.online(RATE).stream())
                        .toArray(String[]::new));
        Wiring wiring = run.wiring();
        Online online = new Online(wiring.config()
                .nodes()
                .settings()
                .learner()
                .initialParameters(6, 2, RandomStream.named(wiring.seed(), "initial-parameters")));

        List<ReplayedRun.Scored> scored = run.scored();
        assertEquals(480, scored.size());
        List<double[]> rows = rows();
        for (int i = 0; i < scored.size(); i++) {
            double[] row = rows.get(i);
            double expected = online.probability(row);
            assertEquals(expected, scored.get(i).prediction().probabilities().of(1), FLOAT_AGAINST_DOUBLE, "row " + i);
            online.learn(row, scored.get(i).label());
        }
    }

    /** Its updates come back before it trains again, and the mean of one model is that model. */
    @Test
    void oneNodeThatExchangesWithoutDelayLearnsAsIfAloneBitForBit() throws Exception {
        FinalModel alone = finalModel("none", "rebase", "0ms");
        assertEquals(0, alone.version());
        for (String strategy : List.of("fedavg", "{kind: fedasync, alpha: 1}", "coordinate-median")) {
            for (String adopt : List.of("replace", "rebase", "{kind: mix, share: 0.3}")) {
                FinalModel exchanged = finalModel(strategy, adopt, "0ms");

                assertTrue(exchanged.version() > 150, "" + exchanged.version());
                assertEquals(alone.parameters(), exchanged.parameters(), strategy + ", " + adopt);
            }
            assertNotEquals(
                    alone.parameters(), finalModel(strategy, "replace", "1s").parameters(), "with delay " + strategy);
        }
    }

    /** Progress is rounded to float when it is cut and when it is added: by at most two last places an exchange. */
    @Test
    void oneNodeThatExchangesItsProgressWithoutDelayLearnsAsIfAloneUpToRounding() throws Exception {
        FinalModel alone = finalModel("none", "rebase", "0ms");
        for (String strategy : List.of("fedbuff", "ca2fl", "{kind: norm-clipping, bound: 100}")) {
            FinalModel exchanged = finalModel(strategy, "rebase", "0ms");

            assertTrue(exchanged.version() > 150, "" + exchanged.version());
            for (int i = 0; i < alone.parameters().size(); i++) {
                float expected = alone.parameters().get(i);
                double most = 2 * exchanged.version() * (double) Math.ulp(Math.max(1, Math.abs(expected)));
                assertEquals(expected, exchanged.parameters().get(i), most, strategy);
            }
        }
    }

    /** Of a node that trains every second and sends what it has learned every three, at once. */
    private static FinalModel finalModel(String strategy, String adopt, String latency) throws Exception {
        ReplayedRun run = new ReplayedRun(
                "elec2.yaml",
                Settings.of(1),
                Stream.concat(
                                Elec2Figures.online(RATE).stream(),
                                Stream.of(
                                        "workload.files=[data/elec2-small.csv]",
                                        "duration=10m",
                                        "nodes.learner={kind: dense, hidden: [5], learning-rate: 0.05, batch: 1}",
                                        "nodes.exchange-every=3s",
                                        "nodes.compute=0s",
                                        "nodes.link={latency: " + latency + ", jitter: 0ms}",
                                        "nodes.adopt=" + adopt,
                                        "aggregator.strategy=" + strategy))
                        .toArray(String[]::new));
        assertEquals(1, run.finalModels().size());
        return run.finalModels().get(0);
    }

    /** On the scale of the ranges in the experiment file, with the 1 of the bias at the end. */
    private static List<double[]> rows() throws Exception {
        double[][] ranges = {{0, 1}, {0, 0.14}, {0.1, 0.75}, {0, 0.02}, {0.18, 0.66}, {0.2, 0.8}};
        return Files.readAllLines(Path.of("data/elec2-small.csv")).stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",");
                    double[] row = new double[ranges.length + 1];
                    for (int j = 0; j < ranges.length; j++) {
                        double scaled =
                                2 * (Double.parseDouble(cells[j]) - ranges[j][0]) / (ranges[j][1] - ranges[j][0]);
                        row[j] = Math.max(-1, Math.min(1, scaled - 1));
                    }
                    row[ranges.length] = 1;
                    return row;
                })
                .toList();
    }

    /** Logistic regression by Adam (Kingma and Ba 2015, algorithm 1), written a second time. */
    private static final class Online {
        private final double[] weights;
        private final double[] mean;
        private final double[] square;
        private int step;

        Online(Parameters initial) {
            float[] values = initial.toArray();
            weights = new double[values.length];
            mean = new double[values.length];
            square = new double[values.length];
            for (int j = 0; j < values.length; j++) {
                weights[j] = values[j];
            }
        }

        double probability(double[] row) {
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += weights[j] * row[j];
            }
            return 1 / (1 + Math.exp(-sum));
        }

        void learn(double[] row, int label) {
            double error = probability(row) - label;
            step++;
            for (int j = 0; j < row.length; j++) {
                double gradient = error * row[j];
                mean[j] = 0.9 * mean[j] + 0.1 * gradient;
                square[j] = 0.999 * square[j] + 0.001 * gradient * gradient;
                double size = RATE * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                weights[j] -= size * mean[j] / (Math.sqrt(square[j]) + 1e-8);
            }
        }
    }
}
