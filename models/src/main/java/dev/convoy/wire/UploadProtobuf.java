package dev.convoy.wire;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.exchange.Upload;
import dev.convoy.exchange.proto.FinalModelRecord;
import dev.convoy.exchange.proto.ModelUpdateRecord;
import dev.convoy.exchange.proto.UploadRecord;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import dev.convoy.wire.MalformedException.Reason;
import java.util.Optional;

/**
 * Model updates and final models of edge nodes, as protobuf. The parameters of an update need not be finite: it is the
 * aggregator that rejects it, so that the update has a fate.
 */
public final class UploadProtobuf implements Wire<Upload> {
    private final ParameterForm form;

    /** @param form of their parameters */
    public UploadProtobuf(ParameterForm form) {
        this.form = form;
    }

    @Override
    public byte[] encode(Upload upload) {
        UploadRecord.Builder record = UploadRecord.newBuilder()
                .setSchemaVersion(Records.SCHEMA_VERSION)
                .setNode(upload.node().number())
                .setParameters(ParameterVectors.encode(upload.parameters()));
        if (upload instanceof ModelUpdate update) {
            record.setUpdate(record(update));
        } else {
            record.setFinalModel(FinalModelRecord.newBuilder().setVersion(((FinalModel) upload).version()));
        }
        return record.build().toByteArray();
    }

    private static ModelUpdateRecord.Builder record(ModelUpdate update) {
        ModelUpdateRecord.Builder record = ModelUpdateRecord.newBuilder()
                .setRound(update.round())
                .setBaseVersion(update.baseVersion())
                .setExamples(update.examples())
                .setDataEndedMs(update.dataEndedMs())
                .setAccuracy(update.accuracy())
                .setContent(content(update.content()));
        update.control().ifPresent(control -> record.setControl(ParameterVectors.encode(control)));
        return record;
    }

    @Override
    public Upload decode(byte[] bytes) throws MalformedException {
        UploadRecord record = Records.parse(UploadRecord.parser(), bytes, Records.mostNumbers(form));
        Records.requireSchemaVersion(record.getSchemaVersion());
        Records.requireKnownFields(
                record,
                record.getUpdate(),
                record.getUpdate().getControl(),
                record.getFinalModel(),
                record.getParameters());
        try {
            NodeId node = new NodeId(record.getNode());
            Parameters parameters = ParameterVectors.decode(record.getParameters(), form);
            switch (record.getKindCase()) {
                case UPDATE:
                    return update(node, record.getUpdate(), parameters);
                case FINAL_MODEL:
                    return finalModel(node, record.getFinalModel(), ParameterVectors.requireFinite(parameters));
                default:
                    throw new MalformedException(Reason.WRONG_SHAPE, "neither an update nor a final model");
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException(Reason.WRONG_SHAPE, e.getMessage());
        }
    }

    private ModelUpdate update(NodeId node, ModelUpdateRecord update, Parameters parameters) throws MalformedException {
        return new ModelUpdate(
                node,
                update.getRound(),
                update.getBaseVersion(),
                update.getExamples(),
                Records.count("data_ended_ms", update.getDataEndedMs()),
                Records.finite("accuracy", update.getAccuracy()),
                content(update.getContent()),
                parameters,
                update.hasControl()
                        ? Optional.of(ParameterVectors.decode(update.getControl(), form))
                        : Optional.empty());
    }

    private static ModelUpdateRecord.Content content(Content content) {
        return switch (content) {
            case PARAMETERS -> ModelUpdateRecord.Content.CONTENT_PARAMETERS;
            case DELTA -> ModelUpdateRecord.Content.CONTENT_DELTA;
            case CORRECTED -> ModelUpdateRecord.Content.CONTENT_CORRECTED;
        };
    }

    private static Content content(ModelUpdateRecord.Content content) throws MalformedException {
        switch (content) {
            case CONTENT_PARAMETERS:
                return Content.PARAMETERS;
            case CONTENT_DELTA:
                return Content.DELTA;
            case CONTENT_CORRECTED:
                return Content.CORRECTED;
            default:
                throw new MalformedException(Reason.WRONG_SHAPE, "unknown content of an update: " + content);
        }
    }

    private static FinalModel finalModel(NodeId node, FinalModelRecord model, Parameters parameters)
            throws MalformedException {
        return new FinalModel(node, Records.count("version", model.getVersion()), parameters);
    }
}
