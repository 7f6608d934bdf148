package dev.convoy.fleet;

import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, List<Telemetry>> open = new HashMap<>();
    private final List<Decision> labelled = new ArrayList<>();
    private long unlabelled;

    @Override
    public void accept(SimulatedRun.Sent sent) {
        FleetMessage message = sent.message();
        if (message.leg() == 0) {
            return;
        }
        String leg = message.vehicle() + "/" + message.leg();
        if (message instanceof Telemetry record) {
            open.computeIfAbsent(leg, key -> new ArrayList<>()).add(record);
        } else if (message instanceof Outcome outcome) {
            // every node that heard of the leg is told; the first message says it all
            Optional.ofNullable(open.remove(leg)).ifPresent(records -> settle(records, outcome));
        }
    }

    private void settle(List<Telemetry> records, Outcome outcome) {
        if (outcome.label().isEmpty()) {
            unlabelled++;
            return;
        }
        records.stream()
                .filter(record -> record.timeMs() < outcome.decidedAtMs())
                .reduce((earlier, later) -> later)
                .ifPresent(last -> labelled.add(new Decision(last, outcome)));
    }

    static Decisions of(FleetPlan plan) {
        Decisions decisions = new Decisions();
        new SimulatedRun(plan, decisions).runToEnd();
        return decisions;
    }

    long unlabelled() {
        return unlabelled;
    }

    /** In the order in which the labels came. */
    List<Decision> labelled() {
        return List.copyOf(labelled);
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
        Threshold best = Threshold.best(decisions, field);
        return decisions.stream().filter(d -> best.charge(d) == d.charge()).count() / (double) decisions.size();
    }
}
