package dev.convoy.fleet;

import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The decisions of a run: for each labelled leg the last record before its decision point, with the outcome. */
final class Decisions implements Consumer<SimulatedRun.Sent> {
    record Decision(Telemetry last, Outcome outcome) {
        boolean charge() {
            return outcome.label().getAsInt() == 1;
        }

        double value(VehicleField field) {
            return last.values().get(field.ordinal());
        }

        double delayHours() {
            return (outcome.timeMs() - outcome.decidedAtMs()) / 3.6e6;
        }
    }

    private final Map<String, List<Telemetry>> recordsOfLeg = new LinkedHashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    @Override
    public void accept(SimulatedRun.Sent sent) {
        FleetMessage message = sent.message();
        if (message.leg() == 0) {
            return;
        }
        String leg = message.vehicle() + "/" + message.leg();
        if (message instanceof Telemetry record) {
            recordsOfLeg.computeIfAbsent(leg, key -> new ArrayList<>()).add(record);
        } else if (message instanceof Outcome outcome) {
            outcomes.put(leg, outcome);
        }
    }

    static Decisions of(FleetPlan plan) {
        Decisions decisions = new Decisions();
        new SimulatedRun(plan, decisions).runToEnd();
        return decisions;
    }

    long unlabelled() {
        return outcomes.values().stream().filter(o -> o.label().isEmpty()).count();
    }

    List<Decision> labelled() {
        List<Decision> found = new ArrayList<>();
        outcomes.forEach((leg, outcome) -> {
            if (outcome.label().isPresent()) {
                Telemetry last = null;
                for (Telemetry record : recordsOfLeg.get(leg)) {
                    if (record.timeMs() < outcome.decidedAtMs()) {
                        last = record;
                    }
                }
                if (last != null) {
                    found.add(new Decision(last, outcome));
                }
            }
        });
        return found;
    }

    static double positives(List<Decision> decisions) {
        return decisions.stream().filter(Decision::charge).count() / (double) decisions.size();
    }

    /** The accuracy of saying "charge" where the score is below 0. */
    static double accuracy(List<Decision> decisions, ToDoubleFunction<Decision> score) {
        return decisions.stream()
                        .filter(d -> score.applyAsDouble(d) < 0 == d.charge())
                        .count()
                / (double) decisions.size();
    }

    static double ruleMargin(Decision decision) {
        return decision.value(VehicleField.RESERVE_MARGIN);
    }

    /** The rule with a tenth more need. */
    static double cautiousMargin(Decision decision, double reserve) {
        double need = decision.value(VehicleField.STATE_OF_CHARGE) - reserve - ruleMargin(decision);
        return ruleMargin(decision) - 0.1 * need;
    }

    static List<Decision> contested(List<Decision> decisions) {
        return decisions.stream().filter(d -> Math.abs(ruleMargin(d)) < 0.15).toList();
    }

    /** The best accuracy of any single threshold on a field, in either direction. */
    static double bestThreshold(List<Decision> decisions, VehicleField field) {
        List<double[]> rows = new ArrayList<>();
        for (Decision d : decisions) {
            rows.add(new double[] {d.value(field), d.charge() ? 1 : 0});
        }
        rows.sort((a, b) -> Double.compare(a[0], b[0]));
        int positives = (int) rows.stream().filter(r -> r[1] == 1).count();
        int best = Math.max(positives, rows.size() - positives);
        int positivesBelow = 0;
        for (int i = 0; i < rows.size(); i++) {
            positivesBelow += (int) rows.get(i)[1];
            if (i + 1 < rows.size() && rows.get(i)[0] == rows.get(i + 1)[0]) {
                continue;
            }
            int negativesAbove = rows.size() - i - 1 - (positives - positivesBelow);
            int right = positivesBelow + negativesAbove;
            best = Math.max(best, Math.max(right, rows.size() - right));
        }
        return best / (double) rows.size();
    }
}
