package dev.convoy.fleet;

import dev.convoy.telemetry.VehicleField;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule on one field: one side of a limit is to charge.
 *
 * @param below whether it is the side below
 */
record Threshold(VehicleField field, double limit, boolean below) {
    /** The one that is right most often in these decisions; a limit beyond all values gives the majority. */
    static Threshold best(List<Decisions.Decision> decisions, VehicleField field) {
        List<Decisions.Decision> sorted = new ArrayList<>(decisions);
        sorted.sort((a, b) -> Double.compare(a.value(field), b.value(field)));
        int positives = (int) sorted.stream().filter(Decisions.Decision::charge).count();
        Threshold best = new Threshold(field, Double.NEGATIVE_INFINITY, false);
        int most = 0;
        int positivesBelow = 0;
        for (int i = 0; i <= sorted.size(); i++) {
            double here = i < sorted.size() ? sorted.get(i).value(field) : Double.POSITIVE_INFINITY;
            if (i == 0 || here != sorted.get(i - 1).value(field)) {
                int right = positivesBelow + (sorted.size() - i) - (positives - positivesBelow);
                boolean below = right > sorted.size() - right;
                int either = Math.max(right, sorted.size() - right);
                if (either > most) {
                    most = either;
                    best = new Threshold(field, here, below);
                }
            }
            positivesBelow += i < sorted.size() && sorted.get(i).charge() ? 1 : 0;
        }
        return best;
    }

    boolean charge(Decisions.Decision decision) {
        return decision.value(field) < limit == below;
    }
}
