package dev.convoy.experiments.statistics;

/** Between two bounds, both included; a confidence interval is one of 95 %. */
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("the lower bound must not lie above the upper: " + lower + ", " + upper);
        }
    }

    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
