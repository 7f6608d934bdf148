package dev.convoy.experiments.records;

import dev.convoy.metric.FleetLedger;
import dev.convoy.metric.NodeLedger;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Where every telemetry record and every update of a run went: produced = predicted + unserved + dead letters + lost,
 * predicted = scored + unlabelled (parked, charging, no station ahead, exit, end) + expired, and one fate for each
 * update. What the actors say they did must equal what is recorded.
 *
 * @param nodes by name
 * @param mismatches what does not close, one sentence each; empty if all does
 */
public record Ledger(SortedMap<String, Account> nodes, Account total, List<String> mismatches) {
    private static final int MOST_MISMATCHES = 20;

    public Ledger {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
        nodes.values().forEach(Objects::requireNonNull);
        Objects.requireNonNull(total);
        mismatches = List.copyOf(mismatches);
    }

    /**
     * The telemetry and the updates of one node, or of all.
     *
     * @param lost on the way to the node
     * @param ignored copies that came beside the record itself; nothing else counts them
     */
    public record Account(
            long produced,
            long unserved,
            long deadLetters,
            long lost,
            long ignored,
            long predicted,
            long scored,
            long parked,
            long charging,
            long noStation,
            long exit,
            long end,
            long expired,
            Updates updates) {
        public Account {
            Objects.requireNonNull(updates);
        }

        static final Account NOTHING = new Account(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Updates.NONE);

        Account plus(Account other) {
            return new Account(
                    produced + other.produced,
                    unserved + other.unserved,
                    deadLetters + other.deadLetters,
                    lost + other.lost,
                    ignored + other.ignored,
                    predicted + other.predicted,
                    scored + other.scored,
                    parked + other.parked,
                    charging + other.charging,
                    noStation + other.noStation,
                    exit + other.exit,
                    end + other.end,
                    expired + other.expired,
                    updates.plus(other.updates));
        }
    }

    /** The updates of one node, or of all, by their fates. */
    public record Updates(long sent, long aggregated, long rejected, long superseded, long lost, long unfinished) {
        static final Updates NONE = new Updates(0, 0, 0, 0, 0, 0);

        Updates plus(Updates other) {
            return new Updates(
                    sent + other.sent,
                    aggregated + other.aggregated,
                    rejected + other.rejected,
                    superseded + other.superseded,
                    lost + other.lost,
                    unfinished + other.unfinished);
        }
    }

    private record Figure(String name, ToLongFunction<NodeLedger> said, ToLongFunction<Account> recorded) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("predicted", NodeLedger::predicted, Account::predicted),
            new Figure("scored", NodeLedger::scored, Account::scored),
            new Figure("parked", NodeLedger::parked, Account::parked),
            new Figure("charging", NodeLedger::charging, Account::charging),
            new Figure("no station ahead", NodeLedger::noStation, Account::noStation),
            new Figure("exit", NodeLedger::exit, Account::exit),
            new Figure("end", NodeLedger::end, Account::end),
            new Figure("expired", NodeLedger::expired, Account::expired),
            new Figure("updates", NodeLedger::updates, a -> a.updates().sent()));

    /**
     * @param counted what the records of each node add up to: all but produced, unserved, dead letters, lost and ignored
     * @param rejectedTelemetry dead letters on each node's telemetry topic, from inside and outside
     * @param contradictions found while the records were joined
     */
    static Ledger of(
            List<NodeId> nodes,
            Optional<FleetLedger> fleet,
            Map<NodeId, NodeLedger> said,
            Map<NodeId, Account> counted,
            Map<NodeId, Long> rejectedTelemetry,
            List<String> contradictions) {
        List<String> mismatches = new ArrayList<>(contradictions);
        if (fleet.isEmpty()) {
            mismatches.add("the fleet left no ledger");
        }
        for (NodeId stranger : counted.keySet()) {
            if (!nodes.contains(stranger)) {
                mismatches.add(stranger + " left records but is no node of this run");
            }
        }
        SortedMap<String, Account> accounts = new TreeMap<>();
        Account total = Account.NOTHING;
        for (NodeId node : nodes) {
            Account records = counted.getOrDefault(node, Account.NOTHING);
            Account account = records;
            Optional<NodeLedger> ledger = Optional.ofNullable(said.get(node));
            if (ledger.isEmpty()) {
                mismatches.add(node + " left no ledger");
            } else {
                compare(ledger.get(), records, mismatches);
                account = telemetry(ledger.get(), fleet, records, rejectedTelemetry.getOrDefault(node, 0L), mismatches);
            }
            close(node, account, mismatches);
            accounts.put(node.toString(), account);
            total = total.plus(account);
        }
        return new Ledger(accounts, total, shortened(mismatches));
    }

    public boolean closes() {
        return mismatches.isEmpty();
    }

    private static void compare(NodeLedger said, Account recorded, List<String> mismatches) {
        for (Figure figure : FIGURES) {
            long counted = figure.recorded().applyAsLong(recorded);
            if (figure.said().applyAsLong(said) != counted) {
                mismatches.add(said.node() + ": its ledger has " + figure.said().applyAsLong(said) + " for "
                        + figure.name() + ", its records have " + counted);
            }
        }
    }

    /**
     * What was produced for a node and neither predicted nor unserved nor lost must be among the dead letters of its topic; the
     * others there came from outside.
     */
    private static Account telemetry(
            NodeLedger said, Optional<FleetLedger> fleet, Account recorded, long rejected, List<String> mismatches) {
        long used = recorded.predicted() + said.unserved();
        long produced = fleet.map(f -> f.produced().getOrDefault(said.node().number(), 0L))
                .orElse(used);
        int number = said.node().number();
        long lost = fleet.map(f -> f.lost().getOrDefault(number, 0L)).orElse(0L);
        long copies = fleet.map(f -> f.copies().getOrDefault(number, 0L)).orElse(0L);
        if (copies != said.ignored()) {
            mismatches.add(said.node() + ": " + copies + " copies of records were sent to it, but it ignored "
                    + said.ignored());
        }
        long missing = produced - used - lost;
        if (missing < 0 || missing > rejected) {
            mismatches.add(said.node() + ": " + produced + " telemetry records were produced for it, but "
                    + recorded.predicted() + " predicted, " + said.unserved() + " unserved, " + lost
                    + " lost and at most "
                    + rejected + " dead letters");
        }
        return new Account(
                produced,
                said.unserved(),
                Math.max(0, missing),
                lost,
                said.ignored(),
                recorded.predicted(),
                recorded.scored(),
                recorded.parked(),
                recorded.charging(),
                recorded.noStation(),
                recorded.exit(),
                recorded.end(),
                recorded.expired(),
                recorded.updates());
    }

    private static void close(NodeId node, Account a, List<String> mismatches) {
        long accounted = a.scored() + a.parked() + a.charging() + a.noStation() + a.exit() + a.end() + a.expired();
        if (a.predicted() != accounted) {
            mismatches.add(node + ": " + a.predicted() + " records were predicted, but " + accounted
                    + " scored, unlabelled or expired");
        }
        Updates u = a.updates();
        long ended = u.aggregated() + u.rejected() + u.superseded() + u.lost() + u.unfinished();
        if (u.sent() != ended) {
            mismatches.add(node + ": " + u.sent() + " updates were sent, but " + ended + " have a fate");
        }
    }

    private static List<String> shortened(List<String> mismatches) {
        if (mismatches.size() <= MOST_MISMATCHES) {
            return mismatches;
        }
        List<String> first = new ArrayList<>(mismatches.subList(0, MOST_MISMATCHES));
        first.add("and " + (mismatches.size() - MOST_MISMATCHES) + " more");
        return first;
    }
}
