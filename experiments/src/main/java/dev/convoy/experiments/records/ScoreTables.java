package dev.convoy.experiments.records;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import dev.convoy.evaluation.DecisionCost;
import dev.convoy.evaluation.Mistakes;
import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.evaluation.StreamScores;
import dev.convoy.prediction.Baselines;
import dev.convoy.telemetry.Decimals;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The scores of the decisions of a whole run, and of parts of it, for the fleet and for each node: the rows of {@code
 * slices.csv}, {@code classes.csv}, {@code confusion.csv} and {@code costs.csv}.
 */
final class ScoreTables {
    static final String MACRO = "macro";
    static final String MICRO = "micro";
    private static final int COST_DECIMALS = 3;
    private static final int SETTLED_DECIMALS = 9;
    private static final DecisionCost COST = DecisionCost.standard();

    private final int classes;
    private final boolean priced;
    private final BiFunction<Integer, List<ScoredDecision>, ClassReport> evaluation;
    private final Map<String, List<Decided>> decisions = new LinkedHashMap<>();
    private final Map<String, List<Slice>> slices = new LinkedHashMap<>();
    private final Map<String, ClassReport> reports = new LinkedHashMap<>();

    /**
     * @param decided in the order in which their labels became known
     * @param models of the vehicles
     * @param evaluation makes the report on classes
     */
    ScoreTables(
            int classes,
            List<NodeId> nodes,
            List<Decided> decided,
            Map<String, String> models,
            List<Span> drift,
            BiFunction<Integer, List<ScoredDecision>, ClassReport> evaluation) {
        this.classes = classes;
        this.priced = priced(classes, models);
        this.evaluation = evaluation;
        Slices all = new Slices(models, drift);
        decisions.put(
                AccuracyRows.FLEET, decided.stream().filter(Decided::ofFleet).toList());
        slices.put(AccuracyRows.FLEET, all.ofFleet(nodes));
        for (NodeId node : nodes) {
            decisions.put(
                    node.toString(),
                    decided.stream().filter(d -> d.node() == node.number()).toList());
            slices.put(node.toString(), all.of(node));
        }
    }

    /** Whether a wrong decision has a cost: it is that of driving, so there is none without vehicles. */
    static boolean priced(int classes, Map<String, String> models) {
        return classes == 2 && !models.isEmpty();
    }

    /** The tables, in the order in which they are written. */
    Map<RunTable, List<String[]>> all() {
        Map<RunTable, List<String[]>> tables = new LinkedHashMap<>();
        decisions.forEach((node, list) -> reports.put(
                node,
                evaluation.apply(classes, list.stream().map(Decided::scored).toList())));
        tables.put(RunTable.SLICES, sliceRows());
        tables.put(RunTable.CLASSES, classRows());
        tables.put(RunTable.CONFUSION, confusionRows());
        tables.put(RunTable.COSTS, costRows());
        return tables;
    }

    /** Slices without decisions are left out, but not the whole run. */
    private List<String[]> sliceRows() {
        List<String[]> rows = new ArrayList<>();
        slices.forEach((node, ofNode) -> {
            for (Slice slice : ofNode) {
                List<Decided> taken = slice.taken().apply(decisions.get(node));
                if (!taken.isEmpty() || slice.kind().equals(Slices.ALL)) {
                    rows.add(sliceRow(slice, node, taken));
                }
            }
        });
        return rows;
    }

    private String[] sliceRow(Slice slice, String node, List<Decided> taken) {
        StreamScores scores = new StreamScores(classes);
        taken.forEach(decision -> scores.add(decision.scored()));
        return new String[] {
            slice.kind(),
            slice.value(),
            node,
            Cells.whole(scores.decisions()),
            Cells.score(scores.accuracy()),
            Cells.score(scores.balancedAccuracy()),
            Cells.score(scores.kappa()),
            Cells.score(scores.temporalKappa()),
            Cells.score(scores.majorityKappa()),
            Cells.score(scores.logLoss()),
            Cells.score(scores.fadingAccuracy()),
            priced ? cost(scores.mistakes()) : "",
            Cells.score(scores.majority()),
            Cells.score(scores.noChange()),
            Cells.score(scores.lastOfVehicle()),
            Cells.score(scores.rule())
        };
    }

    private List<String[]> classRows() {
        List<String[]> rows = new ArrayList<>();
        reports.forEach((node, report) -> {
            for (int k = 0; k < classes; k++) {
                rows.add(classRow(node, Cells.whole(k), report.classes().get(k)));
            }
            rows.add(classRow(node, MACRO, report.macro()));
            rows.add(classRow(node, MICRO, report.micro()));
        });
        return rows;
    }

    private static String[] classRow(String node, String name, ClassScores scores) {
        return new String[] {
            node,
            name,
            settled(scores.precision()),
            settled(scores.recall()),
            settled(scores.f1()),
            Cells.whole(scores.support())
        };
    }

    /**
     * Two ways to the same score may differ in the last bit, and so on which side of a half they are: more decimals
     * than are written, first, take that away.
     */
    private static String settled(OptionalDouble score) {
        return score.isPresent()
                ? Cells.fixed(Decimals.round(score.getAsDouble(), SETTLED_DECIMALS), Cells.SCORE_DECIMALS)
                : "";
    }

    private List<String[]> confusionRows() {
        List<String[]> rows = new ArrayList<>();
        reports.forEach((node, report) -> {
            for (ClassReport.Cell cell : report.confusion()) {
                rows.add(new String[] {
                    node, Cells.whole(cell.label()), Cells.whole(cell.predicted()), Cells.whole(cell.count())
                });
            }
        });
        return rows;
    }

    private List<String[]> costRows() {
        List<String[]> rows = new ArrayList<>();
        if (priced) {
            decisions.forEach((node, list) -> {
                rows.add(costRow(node, "model", list, decision -> OptionalInt.of(decision.predicted())));
                baselines()
                        .forEach((name, said) ->
                                rows.add(costRow(node, name, list, decision -> said.apply(decision.baselines()))));
            });
        }
        return rows;
    }

    private static Map<String, Function<Baselines, OptionalInt>> baselines() {
        Map<String, Function<Baselines, OptionalInt>> said = new LinkedHashMap<>();
        said.put("majority", Baselines::majority);
        said.put("no_change", Baselines::noChange);
        said.put("last_of_vehicle", Baselines::lastOfVehicle);
        said.put("rule", Baselines::rule);
        return said;
    }

    /** A baseline is judged by the decisions for which it said something. */
    private static String[] costRow(
            String node, String predictor, List<Decided> decided, Function<ScoredDecision, OptionalInt> said) {
        Mistakes mistakes = new Mistakes();
        for (Decided decision : decided) {
            OptionalInt predicted = said.apply(decision.scored());
            if (predicted.isPresent()) {
                mistakes.add(predicted.getAsInt(), decision.scored().label());
            }
        }
        return new String[] {
            node,
            predictor,
            Cells.whole(mistakes.decisions()),
            Cells.whole(mistakes.missed()),
            Cells.whole(mistakes.needless()),
            cost(mistakes)
        };
    }

    private static String cost(Mistakes mistakes) {
        OptionalDouble minutes = COST.perThousand(mistakes);
        return minutes.isPresent() ? Cells.fixed(minutes.getAsDouble(), COST_DECIMALS) : "";
    }
}
