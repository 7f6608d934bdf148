package dev.convoy.wire;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.proto.GlobalModelRecord;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.wire.MalformedException.Reason;

/** Versions of the global model, as protobuf. */
public final class GlobalModelProtobuf implements Wire<GlobalModel> {
    private final ParameterForm form;

    /** @param form of their parameters */
    public GlobalModelProtobuf(ParameterForm form) {
        this.form = form;
    }

    @Override
    public byte[] encode(GlobalModel model) {
        return GlobalModelRecord.newBuilder()
                .setSchemaVersion(Records.SCHEMA_VERSION)
                .setVersion(model.version())
                .setTimeMs(model.timeMs())
                .setUpdates(model.updates())
                .setMeanStaleness(model.meanStaleness())
                .setMaxStaleness(model.maxStaleness())
                .setStepNorm(model.stepNorm())
                .setParameters(ParameterVectors.encode(model.parameters()))
                .build()
                .toByteArray();
    }

    @Override
    public GlobalModel decode(byte[] bytes) throws MalformedException {
        GlobalModelRecord record = Records.parse(GlobalModelRecord.parser(), bytes, form.most());
        Records.requireSchemaVersion(record.getSchemaVersion());
        Records.requireKnownFields(record, record.getParameters());
        Parameters parameters = ParameterVectors.requireFinite(ParameterVectors.decode(record.getParameters(), form));
        try {
            return new GlobalModel(
                    record.getVersion(),
                    Records.count("time_ms", record.getTimeMs()),
                    Records.count("updates", record.getUpdates()),
                    Records.finite("mean_staleness", record.getMeanStaleness()),
                    Records.count("max_staleness", record.getMaxStaleness()),
                    Records.finite("step_norm", record.getStepNorm()),
                    parameters);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(Reason.WRONG_SHAPE, e.getMessage());
        }
    }
}
