package dev.convoy.evaluation;

import java.util.OptionalDouble;

/** The scores of a whole stream of labelled decisions, or of a part of it, fed in the order of the labels. */
public final class StreamScores {
    private final ConfusionMatrix confusion;
    private final LogLoss logLoss = new LogLoss();
    private final FadingAccuracy fading = new FadingAccuracy(FadingAccuracy.STANDARD_ALPHA);
    private final SkillOver overNoChange = new SkillOver();
    private final SkillOver overMajority = new SkillOver();
    private final Mistakes mistakes = new Mistakes();
    private final Share majority = new Share();
    private final Share noChange = new Share();
    private final Share lastOfVehicle = new Share();
    private final Share rule = new Share();

    public StreamScores(int classes) {
        confusion = new ConfusionMatrix(classes);
    }

    public void add(ScoredDecision decision) {
        int label = decision.label();
        confusion.count(decision.predicted(), label, 1);
        logLoss.add(decision.probability());
        fading.add(decision.correct());
        overNoChange.add(decision.correct(), decision.baselines().noChange(), label);
        overMajority.add(decision.correct(), decision.baselines().majority(), label);
        mistakes.add(decision.predicted(), label);
        majority.count(decision.baselines().majority(), label, 1);
        noChange.count(decision.baselines().noChange(), label, 1);
        lastOfVehicle.count(decision.baselines().lastOfVehicle(), label, 1);
        rule.count(decision.baselines().rule(), label, 1);
    }

    public long decisions() {
        return mistakes.decisions();
    }

    public OptionalDouble accuracy() {
        return confusion.accuracy();
    }

    public OptionalDouble balancedAccuracy() {
        return confusion.balancedAccuracy();
    }

    public OptionalDouble kappa() {
        return confusion.kappa();
    }

    /** The kappa over no-change. */
    public OptionalDouble temporalKappa() {
        return overNoChange.value();
    }

    /** The kappa over the majority class. */
    public OptionalDouble majorityKappa() {
        return overMajority.value();
    }

    public OptionalDouble logLoss() {
        return logLoss.value();
    }

    /** With the standard fading factor. */
    public OptionalDouble fadingAccuracy() {
        return fading.value();
    }

    /** Meaningful with two classes only. */
    public Mistakes mistakes() {
        return mistakes;
    }

    public OptionalDouble majority() {
        return majority.value();
    }

    public OptionalDouble noChange() {
        return noChange.value();
    }

    public OptionalDouble lastOfVehicle() {
        return lastOfVehicle.value();
    }

    public OptionalDouble rule() {
        return rule.value();
    }
}
