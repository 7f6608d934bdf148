package dev.convoy.experiments.replay;

import dev.convoy.runtime.local.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prequential accuracy of logistic regression on the whole of Elec2, trained on each row before the next; by hand, with
 * the path of elec.csv, because each learning rate takes about two minutes.
 */
final class Elec2Figures {
    private Elec2Figures() {}

    public static void main(String[] arguments) throws Exception {
        for (double rate : new double[] {0.01, 0.02, 0.05}) {
            List<String> settings = new ArrayList<>(online(rate));
            settings.add("workload.files=['" + arguments[0] + "']");
            ReplayedRun run = new ReplayedRun("elec2.yaml", Settings.of(1), settings.toArray(String[]::new));
            System.out.printf(Locale.ROOT, "learning rate %s: accuracy %.4f%n", rate, run.accuracy());
        }
    }

    /** What makes training from a buffer in batches at training instants online learning. */
    static List<String> online(double rate) {
        return List.of(
                "nodes.count=1",
                "nodes.decide-every=1s",
                "nodes.buffer-rows=1",
                "nodes.learner={kind: logistic-regression, learning-rate: " + rate + ", l2: 0, batch: 1}",
                "aggregator.strategy=none",
                "aggregator.trigger.updates=1");
    }
}
