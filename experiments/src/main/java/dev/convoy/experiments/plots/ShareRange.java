package dev.convoy.experiments.plots;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** The part of [0, 1] that a panel shows: fitted to its values, with a little room. */
record ShareRange(double lower, double upper) {
    private static final double NARROWEST = 0.1;
    private static final double ROOM = 0.06;

    /** @param below room for marks at the lower edge, as a part of the height */
    static ShareRange fitted(DoubleStream values, double below) {
        DoubleSummaryStatistics found = values.summaryStatistics();
        if (found.getCount() == 0) {
            return new ShareRange(0, 1);
        }
        double middle = (found.getMin() + found.getMax()) / 2;
        double half = Math.max(NARROWEST, found.getMax() - found.getMin()) / 2;
        double height = 2 * half;
        double lower = Math.max(0, middle - half - ROOM * height);
        double upper = Math.min(1 + ROOM * height / 2, middle + half + ROOM * height);
        return new ShareRange(lower - below * (upper - lower), upper);
    }
}
