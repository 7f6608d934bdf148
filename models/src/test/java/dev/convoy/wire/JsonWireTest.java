package dev.convoy.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.metric.UpdateFate;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Schema;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.telemetry.Workload;
import dev.convoy.wire.MalformedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonWireTest {
    private static final String TELEMETRY = "{\"type\":\"telemetry\",\"vehicle\":\"v-017\",\"model\":\"vw-id3\","
            + "\"sequence\":12,\"leg\":3,\"phase\":\"to-station\",\"time_ms\":720000,"
            + "\"state_of_charge\":0.57,\"climb_m\":-12}";
    private static final String OUTCOME = "{\"type\":\"outcome\",\"vehicle\":\"v-017\",\"leg\":3,\"label\":1,"
            + "\"decided_at_ms\":5,\"energy_kwh\":20.5,\"time_ms\":7}";

    private final FleetMessageJson fleet = new FleetMessageJson(VehicleField.workload());
    private final PredictionMessageJson predictions = new PredictionMessageJson();
    private final MetricJson metrics = new MetricJson();
    private final RequestJson requests = new RequestJson();

    @Test
    void telemetryIsReadableAndWithoutWhatIsAbsent() {
        double[] values = new double[VehicleField.values().length];
        Arrays.fill(values, Double.NaN);
        values[VehicleField.STATE_OF_CHARGE.ordinal()] = 0.57;
        values[VehicleField.CLIMB_M.ordinal()] = -12;

        byte[] bytes = fleet.encode(
                new Telemetry("v-017", "vw-id3", 12, 3, Phase.TO_STATION, 720_000, FieldValues.of(values)));

        assertEquals(TELEMETRY, new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void keysCanComeInAnyOrderAndNumbersInAnyForm() throws MalformedException {
        Outcome expected = new Outcome("v-017", 3, OptionalInt.of(1), 5, 20.5, 7);

        assertEquals(expected, fleet.decode(bytes(OUTCOME)));
        assertEquals(
                expected,
                fleet.decode(bytes(" {\"time_ms\":7, \"energy_kwh\":2.05e1,\n\"leg\":3,\"label\":1,\"decided_at_ms\":5,"
                        + "\"vehicle\":\"v-017\",\"type\":\"outcome\"} ")));
    }

    @Test
    void whatIsWrittenIsReadBack() throws MalformedException {
        Damage.assertRoundTrips(fleet, seed -> new Drawn(seed).fleetMessage());
        Damage.assertRoundTrips(fleet, seed -> new Drawn(seed).rawTelemetry());
        Damage.assertRoundTrips(predictions, seed -> new Drawn(seed).predictionMessage());
        Damage.assertRoundTrips(metrics, seed -> new Drawn(seed).metric());
        Damage.assertRoundTrips(requests, seed -> new Drawn(seed).request());
    }

    @Test
    void randomBytesAreMalformed() {
        Damage.assertRandomBytesAreMalformed(fleet);
        Damage.assertRandomBytesAreMalformed(predictions);
        Damage.assertRandomBytesAreMalformed(metrics);
        Damage.assertRandomBytesAreMalformed(requests);
    }

    @Test
    void everyBeginningOfAMessageIsMalformed() {
        Damage.assertEveryBeginningIsMalformed(fleet, seed -> new Drawn(seed).fleetMessage());
        Damage.assertEveryBeginningIsMalformed(predictions, seed -> new Drawn(seed).predictionMessage());
        Damage.assertEveryBeginningIsMalformed(metrics, seed -> new Drawn(seed).metric());
        Damage.assertEveryBeginningIsMalformed(requests, seed -> new Drawn(seed).request());
    }

    @Test
    void mutationsAreMalformedOrMessages() throws MalformedException {
        Damage.assertMutationsAreBorne(fleet, seed -> new Drawn(seed).fleetMessage());
        Damage.assertMutationsAreBorne(predictions, seed -> new Drawn(seed).predictionMessage());
        Damage.assertMutationsAreBorne(metrics, seed -> new Drawn(seed).metric());
        Damage.assertMutationsAreBorne(requests, seed -> new Drawn(seed).request());
    }

    @Test
    void whatIsNoJsonIsUnparsable() {
        assertMalformed(Reason.UNPARSABLE, "");
        assertMalformed(Reason.UNPARSABLE, "hello");
        assertMalformed(Reason.UNPARSABLE, TELEMETRY + "x");
        assertMalformed(Reason.UNPARSABLE, TELEMETRY + TELEMETRY);
        assertMalformed(Reason.UNPARSABLE, OUTCOME.replace("v-017", "v\n017"));
        assertMalformed(Reason.UNPARSABLE, OUTCOME.replace("20.5", "20.5.1"));
    }

    @Test
    void whatIsJsonButNoMessageHasAWrongShape() {
        assertMalformed(Reason.WRONG_SHAPE, "[1]");
        assertMalformed(Reason.WRONG_SHAPE, "{}");
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("telemetry", "tale"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("\"leg\":3,", ""));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("\"leg\":3,", "\"leg\":0,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("\"leg\":3,", "\"leg\":3,\"leg\":3,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("\"leg\":3,", "\"leg\":3,\"label\":1,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("\"leg\":3,", "\"leg\":3,\"lag\":1,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("12,", "-12,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("12,", "0,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("12,", "12.0,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("12,", "9223372036854775808,"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("0.57", "\"0.57\""));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("0.57", "null"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("0.57", "[0.57]"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("to-station", "flying"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("v-017", "v,017"));
        assertMalformed(Reason.WRONG_SHAPE, TELEMETRY.replace("v-017", ""));
        assertMalformed(Reason.WRONG_SHAPE, OUTCOME.replace("\"label\":1", "\"label\":2"));
        assertMalformed(Reason.WRONG_SHAPE, OUTCOME.replace("\"label\":1", "\"label\":99999999999"));
    }

    @Test
    void numbersThatAreNotFiniteAreSaidToBe() {
        for (String number : List.of("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "\"NaN\"", "\"-Infinity\"")) {
            assertMalformed(Reason.NON_FINITE, TELEMETRY.replace("0.57", number));
            assertMalformed(Reason.NON_FINITE, OUTCOME.replace("20.5", number));
            assertMalformed(Reason.NON_FINITE, OUTCOME.replace("\"time_ms\":7", "\"time_ms\":" + number));
        }
    }

    @Test
    void whatIsLongerThanAnyMessageIsTooLarge() {
        assertMalformed(Reason.TOO_LARGE, TELEMETRY + " ".repeat(20_000));
        assertMalformed(Reason.TOO_LARGE, TELEMETRY.replace("vw-id3", "x".repeat(300)));
        assertMalformed(Reason.TOO_LARGE, TELEMETRY.replace("0.57", "0." + "5".repeat(5_000)));
    }

    @Test
    void aDetailIsShortAndPrintable() {
        MalformedException malformed = assertThrows(
                MalformedException.class, () -> fleet.decode(bytes("{\"\\u0007" + "k".repeat(1_000) + "\":1}")));

        assertEquals(200, malformed.getMessage().length());
        assertEquals("unknown key '?kk", malformed.getMessage().substring(0, 16));
        assertEquals(0, malformed.getStackTrace().length);
    }

    @Test
    void whatCouldNotBeReadBackIsNotWritten() {
        UpdateFate fate = new UpdateFate(
                new NodeId(1),
                1,
                1,
                0,
                0,
                UpdateFate.Fate.AGGREGATED,
                "",
                OptionalDouble.of(Double.NaN),
                OptionalLong.of(1));

        assertThrows(IllegalArgumentException.class, () -> metrics.encode(fate));
        assertThrows(
                IllegalArgumentException.class,
                () -> fleet.encode(new Outcome("a b", 1, OptionalInt.empty(), 1, 1, 1)));
    }

    @Test
    void aFieldCannotHaveTheNameOfAKey() {
        Schema schema = new Schema(List.of(new Field("leg", "1", 0, 1, 1, true, "")));

        assertThrows(
                IllegalArgumentException.class,
                () -> new FleetMessageJson(new Workload(schema, List.of("no", "yes"), Optional.empty())));
    }

    private void assertMalformed(Reason reason, String text) {
        MalformedException malformed = assertThrows(MalformedException.class, () -> fleet.decode(bytes(text)), text);
        assertEquals(reason, malformed.reason(), text + ": " + malformed.getMessage());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
