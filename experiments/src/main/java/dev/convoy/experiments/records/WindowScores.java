package dev.convoy.experiments.records;

import dev.convoy.prediction.Baselines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The scores of a window, computed from all its examples at once and independently of the incremental ones they are
 * compared with; as the cells of {@code accuracy.csv}.
 */
final class WindowScores {
    private static final double SMALLEST_PROBABILITY = 1e-6;

    private final List<LabelledPrediction> decisions;
    private final int classes;

    private WindowScores(List<LabelledPrediction> decisions, int classes) {
        this.decisions = decisions;
        this.classes = classes;
    }

    /**
     * @param decisions the window of decisions, oldest first
     * @param rows the window of labelled rows
     */
    static Map<String, String> of(List<LabelledPrediction> decisions, List<LabelledPrediction> rows, int classes) {
        WindowScores window = new WindowScores(decisions, classes);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("accuracy", share(decisions));
        cells.put("balanced_accuracy", window.balancedAccuracy());
        cells.put("kappa", window.kappa());
        cells.put("log_loss", window.logLoss());
        cells.put(
                "contested_accuracy",
                share(decisions.stream().filter(LabelledPrediction::contested).toList()));
        cells.put("telemetry_accuracy", share(rows));
        cells.put("majority", window.baseline(Baselines::majority));
        cells.put("no_change", window.baseline(Baselines::noChange));
        cells.put("last_of_vehicle", window.baseline(Baselines::lastOfVehicle));
        cells.put("rule", window.baseline(Baselines::rule));
        return cells;
    }

    private static String share(List<LabelledPrediction> examples) {
        return ratio(examples.stream().filter(p -> p.predicted() == p.label()).count(), examples.size());
    }

    /** Mean recall over the classes that occur. */
    private String balancedAccuracy() {
        double recalls = 0;
        int occurring = 0;
        for (int k = 0; k < classes; k++) {
            int label = k;
            long support = decisions.stream().filter(p -> p.label() == label).count();
            long right = decisions.stream()
                    .filter(p -> p.label() == label && p.predicted() == label)
                    .count();
            if (support > 0) {
                recalls += (double) right / support;
                occurring++;
            }
        }
        return occurring == 0 ? "" : Cells.fixed(recalls / occurring, Cells.SCORE_DECIMALS);
    }

    /** Cohen's kappa, (p0 - pe) / (1 - pe), with numerator and denominator times n^2 so that both are whole. */
    private String kappa() {
        long n = decisions.size();
        long agreed = decisions.stream().filter(p -> p.predicted() == p.label()).count();
        long byChance = 0;
        for (int k = 0; k < classes; k++) {
            int label = k;
            byChance += decisions.stream().filter(p -> p.label() == label).count()
                    * decisions.stream().filter(p -> p.predicted() == label).count();
        }
        return ratio(n * agreed - byChance, n * n - byChance);
    }

    private String logLoss() {
        if (decisions.isEmpty()) {
            return "";
        }
        double sum = 0;
        for (LabelledPrediction p : decisions) {
            sum += StrictMath.log(Math.max(SMALLEST_PROBABILITY, p.probability()));
        }
        return Cells.fixed(-sum / decisions.size(), Cells.SCORE_DECIMALS);
    }

    private String baseline(Function<Baselines, OptionalInt> said) {
        long all = 0;
        long right = 0;
        for (LabelledPrediction p : decisions) {
            OptionalInt prediction = said.apply(p.baselines());
            if (prediction.isPresent()) {
                all++;
                right += prediction.getAsInt() == p.label() ? 1 : 0;
            }
        }
        return ratio(right, all);
    }

    private static String ratio(long part, long whole) {
        return whole == 0 ? "" : Cells.fixed((double) part / whole, Cells.SCORE_DECIMALS);
    }
}
