package dev.convoy.experiments.records;

import dev.convoy.exchange.GlobalModel;

/** A version of the global model without its parameters, of which only the hash is kept. */
record RecordedVersion(
        long timeMs,
        long version,
        int updates,
        double meanStaleness,
        long maxStaleness,
        double stepNorm,
        String parametersSha256) {
    static RecordedVersion of(GlobalModel model) {
        return new RecordedVersion(
                model.timeMs(),
                model.version(),
                model.updates(),
                model.meanStaleness(),
                model.maxStaleness(),
                model.stepNorm(),
                Hashing.sha256Of(Hashing.bytes(model.parameters())));
    }

    String[] cells() {
        return new String[] {
            Cells.seconds(timeMs),
            Cells.whole(version),
            Cells.whole(updates),
            Cells.fixed(meanStaleness, RunRecorder.MODEL_DECIMALS),
            Cells.whole(maxStaleness),
            Cells.fixed(stepNorm, RunRecorder.MODEL_DECIMALS),
            parametersSha256
        };
    }
}
