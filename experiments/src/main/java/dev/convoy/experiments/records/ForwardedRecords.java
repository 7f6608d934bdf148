package dev.convoy.experiments.records;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.metric.AggregatorLedger;
import dev.convoy.runtime.Envelope;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What nodes forwarded to the aggregator, and what it says it did with that. */
final class ForwardedRecords {
    private final List<ForwardedMessage> messages = new ArrayList<>();
    private final Map<NodeId, Long> numbers = new HashMap<>();
    private Optional<AggregatorLedger> ledger = Optional.empty();

    /** Those of one node in their order. */
    void sent(Envelope<ForwardedRows> envelope) {
        long number = numbers.merge(envelope.message().node(), 1L, Long::sum);
        messages.add(ForwardedMessage.of(envelope, number));
    }

    void closed(AggregatorLedger said) {
        ledger = Optional.of(said);
    }

    List<String[]> cells() {
        return messages.stream()
                .sorted(ForwardedMessage.ORDER)
                .map(ForwardedMessage::cells)
                .toList();
    }

    /** Of all attempts. */
    long bytes() {
        return messages.stream().mapToLong(ForwardedMessage::sentBytes).sum();
    }

    /** Gradient steps of the aggregator; 0 where it does not train. */
    long steps() {
        return ledger.map(AggregatorLedger::steps).orElse(0L);
    }

    /** Whether the aggregator got what arrived before the end of the run; one sentence for what it did not. */
    List<String> problems(long endMs) {
        if (messages.isEmpty() && ledger.isEmpty()) {
            return List.of();
        }
        if (ledger.isEmpty()) {
            return List.of("the aggregator left no ledger of what was forwarded to it");
        }
        List<String> found = new ArrayList<>();
        compare("rows", ledger.get().rows(), sum(endMs, false), found);
        compare("outcomes", ledger.get().outcomes(), sum(endMs, true), found);
        return found;
    }

    private long sum(long endMs, boolean outcomes) {
        return messages.stream()
                .filter(message -> message.arrivesBefore(endMs))
                .mapToLong(message -> outcomes ? message.outcomes() : message.rows())
                .sum();
    }

    private static void compare(String what, long said, long recorded, List<String> found) {
        if (said != recorded) {
            found.add("the aggregator's ledger has " + said + " forwarded " + what
                    + ", the records of those that arrived " + recorded);
        }
    }
}
