package dev.convoy.exchange;

import dev.convoy.learning.Parameters;

/**
 * One version of the global model.
 *
 * @param version +1 at each aggregation; version 0 is what everybody starts from and is never sent
 * @param timeMs run time of the aggregation
 * @param updates how many were merged
 * @param meanStaleness of those, in versions
 * @param stepNorm Euclidean norm of the change of the parameters; of forests, how many trees came or went
 */
public record GlobalModel(
        long version,
        long timeMs,
        int updates,
        double meanStaleness,
        long maxStaleness,
        double stepNorm,
        Parameters parameters) {
    public GlobalModel {
        if (version < 1) {
            throw new IllegalArgumentException("published versions count from 1: " + version);
        }
    }
}
