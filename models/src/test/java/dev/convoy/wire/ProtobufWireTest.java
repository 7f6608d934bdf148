package dev.convoy.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.UnknownFieldSet;
import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.exchange.Upload;
import dev.convoy.exchange.proto.ForwardedRowsRecord;
import dev.convoy.exchange.proto.ModelUpdateRecord;
import dev.convoy.exchange.proto.UploadRecord;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.forest.DrawnForests;
import dev.convoy.learning.forest.Forest;
import dev.convoy.learning.forest.ForestForm;
import dev.convoy.telemetry.NodeId;
import dev.convoy.wire.MalformedException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ProtobufWireTest {
    private final UploadProtobuf uploads = new UploadProtobuf(ParameterForm.ofSize(Drawn.PARAMETERS));
    private final GlobalModelProtobuf models = new GlobalModelProtobuf(ParameterForm.ofSize(Drawn.PARAMETERS));
    private final ForwardedRowsProtobuf rows = new ForwardedRowsProtobuf(Drawn.FEATURES, Drawn.CLASSES);

    @Test
    void whatIsWrittenIsReadBack() throws MalformedException {
        Damage.assertRoundTrips(uploads, seed -> new Drawn(seed).upload());
        Damage.assertRoundTrips(models, seed -> new Drawn(seed).globalModel());
        Damage.assertRoundTrips(rows, seed -> new Drawn(seed).forwardedRows());
    }

    @Test
    void randomBytesAreMalformed() {
        Damage.assertRandomBytesAreMalformed(uploads);
        Damage.assertRandomBytesAreMalformed(models);
        Damage.assertRandomBytesAreMalformed(rows);
    }

    @Test
    void everyBeginningOfAMessageIsMalformed() {
        Damage.assertEveryBeginningIsMalformed(uploads, seed -> new Drawn(seed).upload());
        Damage.assertEveryBeginningIsMalformed(models, seed -> new Drawn(seed).globalModel());
        Damage.assertEveryBeginningIsMalformed(rows, seed -> new Drawn(seed).forwardedRows());
    }

    @Test
    void mutationsAreMalformedOrMessages() throws MalformedException {
        Damage.assertMutationsAreBorne(uploads, seed -> new Drawn(seed).upload());
        Damage.assertMutationsAreBorne(models, seed -> new Drawn(seed).globalModel());
        Damage.assertMutationsAreBorne(rows, seed -> new Drawn(seed).forwardedRows());
    }

    @Test
    void parametersThatAreReadAreThoseThatWereWritten() {
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Upload upload = new Drawn(seed).upload();
            byte[] bytes = uploads.encode(upload);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertEquals(upload.parameters(), uploads.decode(bytes).parameters(), "seed " + seed);
            } catch (MalformedException expected) {
                continue;
            }
        }
    }

    @Test
    void damagedParametersAreUnparsable() {
        assertMalformed(Reason.UNPARSABLE, r -> r.getParametersBuilder().setChecksum(7));
    }

    @Test
    void anotherShapeIsRefused() {
        assertMalformed(Reason.WRONG_SHAPE, r -> r.setSchemaVersion(2));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.setNode(0));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.setNode(-1));
        assertMalformed(Reason.WRONG_SHAPE, UploadRecord.Builder::clearKind);
        assertMalformed(Reason.WRONG_SHAPE, UploadRecord.Builder::clearParameters);
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getParametersBuilder().setSize(39));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setRound(0));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setBaseVersion(-1));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setExamples(-1));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setDataEndedMs(-1));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setAccuracy(1.1));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().clearContent());
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setContentValue(9));
        assertMalformed(
                Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setContent(ModelUpdateRecord.Content.CONTENT_CORRECTED));
        assertMalformed(Reason.WRONG_SHAPE, r -> r.getUpdateBuilder().setControl(r.getParameters()));
        assertMalformed(
                Reason.WRONG_SHAPE,
                r -> r.getUpdateBuilder()
                        .setContent(ModelUpdateRecord.Content.CONTENT_CORRECTED)
                        .setControl(ParameterVectors.encode(Parameters.zeros(Drawn.PARAMETERS - 1))));
        assertMalformed(
                Reason.WRONG_SHAPE,
                r -> r.setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                99,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build()));
    }

    @Test
    void rowsOfAnotherShapeAreRefused() {
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setSchemaVersion(2));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setNode(0));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setTimeMs(-1));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setOutcomes(3));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setOutcomes(-1));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.addLabels(1));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setLabels(0, Drawn.CLASSES));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.setLabels(0, -1));
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.clearLabels().clearFeatures());
        assertRowsMalformed(Reason.WRONG_SHAPE, r -> r.getFeaturesBuilder().setSize(5));
        assertRowsMalformed(Reason.UNPARSABLE, r -> r.getFeaturesBuilder().setChecksum(7));
        assertRowsMalformed(
                Reason.NON_FINITE,
                r -> r.setFeatures(ParameterVectors.encode(Parameters.of(1, 2, 3, 4, 5, Float.NaN))));
    }

    @Test
    void moreRowsThanAMessageHasAreTooLarge() {
        assertRowsMalformed(Reason.TOO_LARGE, r -> {
            for (int i = 0; i < 2 * ForwardedRows.MOST_ROWS; i++) {
                r.addLabels(0);
            }
        });
    }

    private void assertRowsMalformed(Reason reason, Consumer<ForwardedRowsRecord.Builder> change) {
        ForwardedRowsRecord.Builder record = ForwardedRowsRecord.newBuilder()
                .setSchemaVersion(1)
                .setNode(1)
                .setOutcomes(2)
                .addLabels(0)
                .addLabels(1)
                .setFeatures(ParameterVectors.encode(Parameters.of(new float[2 * Drawn.FEATURES])));
        change.accept(record);
        assertReason(reason, rows, record.build().toByteArray());
    }

    @Test
    void parametersOfAnotherLearnerAreRefused() {
        byte[] bytes = uploads.encode(new Drawn(1).upload());

        assertReason(Reason.WRONG_SHAPE, new UploadProtobuf(ParameterForm.ofSize(Drawn.PARAMETERS + 1)), bytes);
    }

    @Test
    void forestsAreReadBackAndNothingElseIsReadAsOne() throws MalformedException {
        UploadProtobuf forests = new UploadProtobuf(new ForestForm(5, 3));
        LongFunction<Upload> drawn = seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Parameters forest = DrawnForests.forest(5, 3, 3, random).parameters();
            return new ModelUpdate(new NodeId(1), 1, seed, 8, 5, 0.5, Content.DELTA, forest);
        };
        Damage.assertRoundTrips(forests, drawn);
        Damage.assertMutationsAreBorne(forests, drawn);
        Damage.assertRandomBytesAreMalformed(forests);

        for (Parameters none : List.of(
                Parameters.of(1, 2, 3),
                Forest.empty(4, 3).parameters(),
                new Drawn(1).upload().parameters())) {
            ModelUpdate update = new ModelUpdate(new NodeId(1), 1, 0, 8, 5, 0.5, Content.DELTA, none);
            assertReason(Reason.WRONG_SHAPE, forests, forests.encode(update));
        }
    }

    @Test
    void numbersThatAreNotFiniteAreSaidToBe() {
        float[] values = new float[Drawn.PARAMETERS];
        values[3] = Float.NaN;
        FinalModel last = new FinalModel(new NodeId(1), 1, Parameters.of(values));
        GlobalModel model = new GlobalModel(1, 1, 1, 0, 0, 0, Parameters.of(values));
        GlobalModel step = new GlobalModel(1, 1, 1, 0, 0, Double.POSITIVE_INFINITY, Parameters.of(new float[40]));

        assertReason(Reason.NON_FINITE, uploads, uploads.encode(last));
        assertReason(Reason.NON_FINITE, models, models.encode(model));
        assertReason(Reason.NON_FINITE, models, models.encode(step));
        GlobalModel correcting = new GlobalModel(
                1, 1, 1, 0, 0, 0, Parameters.zeros(Drawn.PARAMETERS), Optional.of(Parameters.of(values)));
        assertReason(Reason.NON_FINITE, models, models.encode(correcting));
        assertMalformed(Reason.NON_FINITE, r -> r.getUpdateBuilder().setAccuracy(Double.NaN));
    }

    @Test
    void anUpdateThatIsNotFiniteReachesTheAggregator() throws MalformedException {
        float[] values = new float[Drawn.PARAMETERS];
        values[3] = Float.NaN;
        values[4] = Float.NEGATIVE_INFINITY;
        ModelUpdate update = new ModelUpdate(new NodeId(1), 1, 0, 1, 1, 0.5, Content.DELTA, Parameters.of(values));

        assertEquals(update, uploads.decode(uploads.encode(update)));
    }

    @Test
    void whatIsLongerThanAnyMessageIsTooLarge() {
        assertReason(Reason.TOO_LARGE, uploads, new byte[1_000]);
        assertReason(Reason.TOO_LARGE, models, new byte[1_000]);
    }

    private void assertMalformed(Reason reason, Consumer<UploadRecord.Builder> change) {
        UploadRecord.Builder record = UploadRecord.newBuilder()
                .setSchemaVersion(1)
                .setNode(1)
                .setUpdate(
                        ModelUpdateRecord.newBuilder().setRound(1).setContent(ModelUpdateRecord.Content.CONTENT_DELTA))
                .setParameters(ParameterVectors.encode(Parameters.of(new float[Drawn.PARAMETERS])));
        change.accept(record);
        assertReason(reason, uploads, record.build().toByteArray());
    }

    private static void assertReason(Reason reason, Wire<?> wire, byte[] bytes) {
        MalformedException malformed = assertThrows(MalformedException.class, () -> wire.decode(bytes));
        assertEquals(reason, malformed.reason(), malformed.getMessage());
    }
}
