package dev.convoy.wire;

import static dev.convoy.wire.JsonKey.required;

import dev.convoy.metric.AggregatorLedger;
import dev.convoy.metric.FleetLedger;
import dev.convoy.metric.FleetRoster;
import dev.convoy.metric.NodeLedger;
import dev.convoy.telemetry.NodeId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The ledgers that are checked at the end of a run, and the roster of the fleet, as flat JSON. */
final class LedgerJson {
    private LedgerJson() {}

    static JsonType<NodeLedger> nodeLedger() {
        List<JsonKey> keys = Stream.concat(
                        Stream.of(required("node", JsonKind.NAME)),
                        Stream.of(
                                        "time_ms",
                                        "predicted",
                                        "unserved",
                                        "ignored",
                                        "scored",
                                        "parked",
                                        "charging",
                                        "no_station",
                                        "exit",
                                        "end",
                                        "expired",
                                        "updates",
                                        "steps")
                                .map(name -> required(name, JsonKind.COUNT)))
                .toList();
        return new JsonType<>("node-ledger", NodeLedger.class, keys, LedgerJson::write, LedgerJson::readNodeLedger);
    }

    private static void write(NodeLedger ledger, JsonOutput out) throws IOException {
        out.name("node", ledger.node().toString());
        out.integer("time_ms", ledger.timeMs());
        out.integer("predicted", ledger.predicted());
        out.integer("unserved", ledger.unserved());
        out.integer("ignored", ledger.ignored());
        out.integer("scored", ledger.scored());
        out.integer("parked", ledger.parked());
        out.integer("charging", ledger.charging());
        out.integer("no_station", ledger.noStation());
        out.integer("exit", ledger.exit());
        out.integer("end", ledger.end());
        out.integer("expired", ledger.expired());
        out.integer("updates", ledger.updates());
        out.integer("steps", ledger.steps());
    }

    private static NodeLedger readNodeLedger(JsonValues json) {
        return new NodeLedger(
                json.node("node"),
                json.integer("time_ms"),
                json.integer("predicted"),
                json.integer("unserved"),
                json.integer("ignored"),
                json.integer("scored"),
                json.integer("parked"),
                json.integer("charging"),
                json.integer("no_station"),
                json.integer("exit"),
                json.integer("end"),
                json.integer("expired"),
                json.integer("updates"),
                json.integer("steps"));
    }

    static JsonType<AggregatorLedger> aggregatorLedger() {
        List<JsonKey> keys = Stream.of("time_ms", "rows", "outcomes", "steps")
                .map(name -> required(name, JsonKind.COUNT))
                .toList();
        return new JsonType<>(
                "aggregator-ledger", AggregatorLedger.class, keys, LedgerJson::write, LedgerJson::readAggregatorLedger);
    }

    private static void write(AggregatorLedger ledger, JsonOutput out) throws IOException {
        out.integer("time_ms", ledger.timeMs());
        out.integer("rows", ledger.rows());
        out.integer("outcomes", ledger.outcomes());
        out.integer("steps", ledger.steps());
    }

    private static AggregatorLedger readAggregatorLedger(JsonValues json) {
        return new AggregatorLedger(
                json.integer("time_ms"), json.integer("rows"), json.integer("outcomes"), json.integer("steps"));
    }

    static JsonType<FleetLedger> fleetLedger() {
        List<JsonKey> keys = List.of(
                required("time_ms", JsonKind.COUNT),
                required("produced", JsonKind.COUNTS),
                required("lost", JsonKind.COUNTS),
                required("copies", JsonKind.COUNTS),
                required("outcomes", JsonKind.COUNT));
        return new JsonType<>("fleet-ledger", FleetLedger.class, keys, LedgerJson::write, LedgerJson::readFleetLedger);
    }

    private static void write(FleetLedger ledger, JsonOutput out) throws IOException {
        out.integer("time_ms", ledger.timeMs());
        out.counts("produced", byName(ledger.produced()));
        out.counts("lost", byName(ledger.lost()));
        out.counts("copies", byName(ledger.copies()));
        out.integer("outcomes", ledger.outcomes());
    }

    private static Map<String, Long> byName(SortedMap<Integer, Long> byNumber) {
        Map<String, Long> byName = new LinkedHashMap<>();
        byNumber.forEach((number, records) -> byName.put(new NodeId(number).toString(), records));
        return byName;
    }

    private static FleetLedger readFleetLedger(JsonValues json) {
        return new FleetLedger(
                json.integer("time_ms"),
                byNumber(json.counts("produced")),
                byNumber(json.counts("lost")),
                byNumber(json.counts("copies")),
                json.integer("outcomes"));
    }

    private static SortedMap<Integer, Long> byNumber(Map<String, Long> byName) {
        SortedMap<Integer, Long> byNumber = new TreeMap<>();
        byName.forEach((node, records) -> byNumber.put(NodeId.parse(node).number(), records));
        return byNumber;
    }

    static JsonType<FleetRoster> fleetRoster() {
        List<JsonKey> keys = List.of(required("time_ms", JsonKind.COUNT), required("models", JsonKind.TEXTS));
        return new JsonType<>("fleet-roster", FleetRoster.class, keys, LedgerJson::write, LedgerJson::readFleetRoster);
    }

    private static void write(FleetRoster roster, JsonOutput out) throws IOException {
        out.integer("time_ms", roster.timeMs());
        out.texts("models", roster.models());
    }

    private static FleetRoster readFleetRoster(JsonValues json) {
        return new FleetRoster(json.integer("time_ms"), new TreeMap<>(json.texts("models")));
    }
}
