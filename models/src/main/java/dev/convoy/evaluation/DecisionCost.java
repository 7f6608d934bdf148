package dev.convoy.evaluation;

import java.util.OptionalDouble;

/**
 * What a wrong decision costs a driver, in minutes.
 *
 * @param missedMinutes to drive on where a charge was needed: to crawl, to be towed, to make a detour
 * @param needlessMinutes to stop and charge where that was not needed
 */
public record DecisionCost(double missedMinutes, double needlessMinutes) {
    private static final double PER = 1000;

    public DecisionCost {
        if (!(missedMinutes >= 0 && missedMinutes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a missed charge must cost 0 minutes or more: " + missedMinutes);
        }
        if (!(needlessMinutes >= 0 && needlessMinutes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a needless stop must cost 0 minutes or more: " + needlessMinutes);
        }
    }

    public static DecisionCost standard() {
        return new DecisionCost(30, 15);
    }

    /** Minutes per 1,000 decisions; undefined where there were none. */
    public OptionalDouble perThousand(Mistakes mistakes) {
        double minutes = missedMinutes * mistakes.missed() + needlessMinutes * mistakes.needless();
        return mistakes.decisions() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(PER * minutes / mistakes.decisions());
    }
}
