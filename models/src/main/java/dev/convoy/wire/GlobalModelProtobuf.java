package dev.convoy.wire;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.proto.CorrectedModel;
import dev.convoy.exchange.proto.GlobalModelRecord;
import dev.convoy.exchange.proto.ParameterVector;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.wire.MalformedException.Reason;
import java.util.Optional;

/** Versions of the global model, as protobuf. */
public final class GlobalModelProtobuf implements Wire<GlobalModel> {
    private final ParameterForm form;

    /** @param form of their parameters */
    public GlobalModelProtobuf(ParameterForm form) {
        this.form = form;
    }

    @Override
    public byte[] encode(GlobalModel model) {
        GlobalModelRecord.Builder record = GlobalModelRecord.newBuilder()
                .setSchemaVersion(Records.SCHEMA_VERSION)
                .setVersion(model.version())
                .setTimeMs(model.timeMs())
                .setUpdates(model.updates())
                .setMeanStaleness(model.meanStaleness())
                .setMaxStaleness(model.maxStaleness())
                .setStepNorm(model.stepNorm());
        ParameterVector parameters = ParameterVectors.encode(model.parameters());
        model.control()
                .ifPresentOrElse(
                        control -> record.setCorrected(CorrectedModel.newBuilder()
                                .setParameters(parameters)
                                .setControl(ParameterVectors.encode(control))),
                        () -> record.setParameters(parameters));
        return record.build().toByteArray();
    }

    @Override
    public GlobalModel decode(byte[] bytes) throws MalformedException {
        GlobalModelRecord record = Records.parse(GlobalModelRecord.parser(), bytes, Records.mostNumbers(form));
        Records.requireSchemaVersion(record.getSchemaVersion());
        CorrectedModel corrected = record.getCorrected();
        Records.requireKnownFields(
                record, record.getParameters(), corrected, corrected.getParameters(), corrected.getControl());
        Parameters parameters = vector(record.hasCorrected() ? corrected.getParameters() : record.getParameters());
        Optional<Parameters> control =
                record.hasCorrected() ? Optional.of(vector(corrected.getControl())) : Optional.empty();
        try {
            return new GlobalModel(
                    record.getVersion(),
                    Records.count("time_ms", record.getTimeMs()),
                    Records.count("updates", record.getUpdates()),
                    Records.finite("mean_staleness", record.getMeanStaleness()),
                    Records.count("max_staleness", record.getMaxStaleness()),
                    Records.finite("step_norm", record.getStepNorm()),
                    parameters,
                    control);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(Reason.WRONG_SHAPE, e.getMessage());
        }
    }

    private Parameters vector(ParameterVector vector) throws MalformedException {
        return ParameterVectors.requireFinite(ParameterVectors.decode(vector, form));
    }
}
