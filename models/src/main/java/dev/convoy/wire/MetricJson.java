package dev.convoy.wire;

import dev.convoy.metric.Metric;
import java.util.List;

/** What the actors put on record about themselves, as flat JSON. */
public final class MetricJson implements Wire<Metric> {
    /** The fleet's ledger has an entry for each of a thousand nodes and more. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Wire<Metric> wire = new JsonWire<>(
            MOST_BYTES,
            List.of(
                    ScoreJson.nodeReport(),
                    ScoreJson.driftAlarm(),
                    ExchangeJson.adoption(),
                    ExchangeJson.updateFate(),
                    FaultJson.powerLoss(),
                    FaultJson.refusal(),
                    LedgerJson.nodeLedger(),
                    LedgerJson.aggregatorLedger(),
                    LedgerJson.fleetLedger(),
                    LedgerJson.fleetRoster()));

    @Override
    public byte[] encode(Metric message) {
        return wire.encode(message);
    }

    @Override
    public Metric decode(byte[] bytes) throws MalformedException {
        return wire.decode(bytes);
    }
}
