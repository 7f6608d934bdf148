package dev.convoy.experiments.records;

import dev.convoy.metric.UpdateFate;
import dev.convoy.telemetry.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An update that was sent, with what is known of its way and its end.
 *
 * @param arrivesMs empty if it was lost
 * @param attempts how often it was sent; 0 if the node lost power in the instant of sending
 * @param ignored how many copies arrived beside the first
 * @param decisions as published by the aggregator; more than one is a fault the ledger finds
 */
public record RecordedUpdate(
        NodeId node,
        long round,
        long baseVersion,
        int examples,
        int bytes,
        long sentMs,
        OptionalLong arrivesMs,
        int attempts,
        int ignored,
        List<UpdateFate> decisions) {
    public RecordedUpdate {
        decisions = List.copyOf(decisions);
    }

    /** Its one fate; empty where it should have one by the end of the run but was given none. */
    public Optional<UpdateFate.Fate> fate(long endMs) {
        if (!decisions.isEmpty()) {
            return Optional.of(decisions.get(0).fate());
        }
        if (arrivesMs.isEmpty()) {
            return Optional.of(UpdateFate.Fate.LOST);
        }
        return arrivesMs.getAsLong() >= endMs ? Optional.of(UpdateFate.Fate.UNFINISHED) : Optional.empty();
    }

    String[] cells(long endMs) {
        String fate = fate(endMs).map(UpdateFate.Fate::word).orElse("");
        Optional<UpdateFate> decision = decisions.stream().findFirst();
        // Nothing was decided about an update that the end found in the buffer.
        Optional<UpdateFate> decided = decision.filter(d -> d.fate() != UpdateFate.Fate.UNFINISHED);
        return new String[] {
            node.toString(),
            Cells.whole(round),
            Cells.whole(baseVersion),
            Cells.whole(examples),
            Cells.whole(bytes),
            Cells.seconds(sentMs),
            arrivesMs.isPresent() ? Cells.seconds(arrivesMs.getAsLong()) : "",
            decided.map(d -> Cells.seconds(d.timeMs())).orElse(""),
            decided.map(d -> Cells.whole(d.staleness())).orElse(""),
            decided.map(d -> Cells.seconds(d.ageMs())).orElse(""),
            fate,
            decision.map(UpdateFate::reason).orElse(""),
            decided.map(d -> Cells.fixed(d.weight(), RunRecorder.MODEL_DECIMALS))
                    .orElse(""),
            decided.map(d -> Cells.whole(d.versionAfter())).orElse(""),
            Cells.whole(attempts),
            Cells.whole(ignored)
        };
    }
}
