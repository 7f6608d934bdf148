package dev.convoy.experiments.wiring;

import dev.convoy.aggregator.AggregatorConfig;
import dev.convoy.aggregator.Central;
import dev.convoy.aggregator.CentralTraining;
import dev.convoy.edgenode.DataUse;
import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.learning.online.TrainingPlan;
import java.time.Duration;
import java.util.Optional;

/** Who learns from labelled rows, and how much. */
final class CentralLearning {
    private CentralLearning() {}

    static DataUse use(AggregatorConfig aggregator) {
        if (aggregator.strategy().central().isPresent()) {
            return DataUse.CENTRAL;
        }
        return aggregator.takesRows() ? DataUse.BOTH : DataUse.LOCAL;
    }

    /** How an aggregator that takes rows trains: where it has all data, with the steps and rows of all nodes together. */
    static TrainingPlan plan(ExperimentConfig config) {
        TrainingPlan ofNode = config.nodes().settings().training();
        Optional<Central> central = config.aggregator().strategy().central();
        if (central.isPresent()) {
            Duration between = config.nodes().settings().decideEvery();
            long instants = Math.max(1, central.get().every().dividedBy(between));
            return ofNode.together(config.nodes().count(), instants);
        }
        CentralTraining afterMerge = config.aggregator().centralTraining().orElseThrow();
        return ofNode.withBufferRows(afterMerge.bufferRows());
    }
}
