package dev.convoy.experiments.records;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.experiments.modelfile.ParameterBytes;

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
                ParameterBytes.sha256(model.parameters()));
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
