package dev.convoy.prediction;

import dev.convoy.learning.Probabilities;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;

/**
 * One prediction for one telemetry record.
 *
 * @param leg the decision it belongs to; 0 where there is none
 * @param sequence the record's
 * @param phase the record's
 * @param timeMs run time at which it was made
 * @param version of the global model that the node's model goes back to
 * @param contested whether the range estimate is within {@code Workload.CONTESTED_MARGIN} of the reserve
 */
public record Prediction(
        NodeId node,
        String vehicle,
        long leg,
        long sequence,
        Phase phase,
        long timeMs,
        long version,
        Probabilities probabilities,
        boolean contested,
        Baselines baselines)
        implements PredictionMessage {}
