package dev.convoy.edgenode;

import static dev.convoy.edgenode.Fixture.HOUR;
import static dev.convoy.edgenode.Scenario.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.Adoption;
import dev.convoy.metric.NodeLedger;
import dev.convoy.metric.PowerLoss;
import dev.convoy.prediction.Prediction;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Windows;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A node that loses power in the phases of its exchange: it cuts at 15, 30, ... minutes and computes for 30 s. */
final class PowerTest {
    private static final long OFF = 2 * MINUTE;

    private final List<Simulation.Output> arrived = new ArrayList<>();

    private List<Simulation.Output> run(Fixture fixture) {
        arrived.clear();
        return fixture.simulation().onSend(arrived::add).run();
    }

    private static Fixture losing(NodePhase phase, long fromMs, long toMs) {
        return new Fixture().outcomesEvery(MINUTE).power(fromMs, toMs, new PowerFault(phase, OFF, 1));
    }

    private static List<Long> lossTimes(List<Simulation.Output> outputs) {
        return Simulation.of(PowerLoss.class, outputs).stream()
                .map(PowerLoss::timeMs)
                .toList();
    }

    private static List<Long> everyQuarter(long fromMs, long toMs, long laterMs) {
        return LongStream.iterate(fromMs, at -> at < toMs, at -> at + 15 * MINUTE)
                .mapToObj(at -> at + laterMs)
                .toList();
    }

    @Test
    void anUpdateThatTakesThePowerWithItIsOnRecordButArrivesNowhere() {
        List<Simulation.Output> outputs = run(losing(NodePhase.SENDING, 0, HOUR));
        assertEquals(everyQuarter(15 * MINUTE, HOUR, 30_000), lossTimes(outputs));
        List<Simulation.Output> updates = Simulation.sent(outputs);
        assertEquals(updates.size() - 3, arrived.size());
        assertEquals(updates.subList(3, updates.size()), arrived);
        assertEquals(
                updates.size(), Simulation.of(NodeLedger.class, outputs).get(0).updates());
        for (int i = 0; i < updates.size(); i++) {
            assertEquals(i + 1, ((ModelUpdate) updates.get(i).message()).round());
        }
    }

    @Test
    void whatIsBeingComputedIsLostAndTheRoundWithIt() {
        List<Simulation.Output> outputs = run(losing(NodePhase.COMPUTING, 0, HOUR));
        List<Long> losses = lossTimes(outputs);
        List<Long> cuts = everyQuarter(15 * MINUTE, HOUR, 0);
        assertEquals(cuts.size(), losses.size());
        for (int i = 0; i < cuts.size(); i++) {
            assertTrue(cuts.get(i) < losses.get(i) && losses.get(i) < cuts.get(i) + 30_000, losses.toString());
        }
        List<Simulation.Output> updates = Simulation.sent(outputs);
        assertEquals(HOUR + 30_000, updates.get(0).at());
        assertEquals(1, ((ModelUpdate) updates.get(0).message()).round());
        assertEquals(updates, arrived);
    }

    @Test
    void aNodeThatWaitsLosesPowerOnceBetweenTwoUpdates() {
        List<Simulation.Output> outputs = run(losing(NodePhase.WAITING, 0, HOUR));
        assertEquals(List.of(5 * MINUTE, 20 * MINUTE, 35 * MINUTE, 50 * MINUTE), lossTimes(outputs));
        assertEquals(Simulation.sent(run(new Fixture().outcomesEvery(MINUTE))).size(), arrived.size());
    }

    @Test
    void aModelThatTakesThePowerWithItIsNotAdopted() {
        Parameters model = Parameters.of(1, 2, 3, 4, 5, 6);
        List<Simulation.Output> outputs = run(losing(NodePhase.RECEIVING, 0, HOUR)
                .model(40 * MINUTE, 1, model)
                .model(41 * MINUTE, 2, model)
                .model(70 * MINUTE, 3, model));
        assertEquals(List.of(40 * MINUTE), lossTimes(outputs), "what comes while the power is off waits");
        assertEquals(
                List.of(new Adoption(new NodeId(1), 42 * MINUTE, 2)),
                Simulation.of(Adoption.class, outputs).subList(0, 1));
        assertEquals(2, Simulation.of(Adoption.class, outputs).size());
    }

    @Test
    void whatArrivesWithoutPowerIsUnserved() {
        List<Simulation.Output> outputs = run(losing(NodePhase.WAITING, 0, HOUR));
        NodeLedger ledger = Simulation.of(NodeLedger.class, outputs).get(0);
        assertEquals(4 * 2, ledger.unserved(), "two records each time, one a minute");
        assertEquals(4 * 60 - 1, ledger.predicted() + ledger.unserved());
        assertEquals(
                ledger.predicted(), Simulation.of(Prediction.class, outputs).size());
    }

    @Test
    void aNodeWithoutPowerDoesNothing() {
        int losses = 0;
        for (int seed = 0; seed < 300; seed++) {
            List<Simulation.Output> outputs =
                    Scenario.withPowerLosses(seed).simulation().run();
            List<PowerLoss> off = Simulation.of(PowerLoss.class, outputs);
            for (Simulation.Output output : outputs) {
                boolean acts = output.message() instanceof ModelUpdate || output.message() instanceof Adoption;
                boolean without =
                        off.stream().anyMatch(loss -> loss.timeMs() < output.at() && output.at() < loss.untilMs());
                assertFalse(acts && without, "seed " + seed + ": " + output);
            }
            for (int i = 1; i < off.size(); i++) {
                assertTrue(off.get(i - 1).untilMs() <= off.get(i).timeMs(), "seed " + seed + ": " + off);
            }
            List<Simulation.Output> updates = Simulation.sent(outputs);
            for (int i = 0; i < updates.size(); i++) {
                assertEquals(i + 1, ((ModelUpdate) updates.get(i).message()).round(), "seed " + seed);
            }
            losses += off.size();
        }
        assertTrue(losses > 200, "losses: " + losses);
    }

    @Test
    void powerIsLostAsOftenAsTheProbabilitySays() {
        int occasions = 20_000;
        for (NodePhase phase : List.of(NodePhase.SENDING, NodePhase.RECEIVING)) {
            Windows always = new Windows(List.of(new Windows.Window(0, occasions)));
            Power power = new Power(
                    new NodeId(1),
                    List.of(new Lasting<>(always, new PowerFault(phase, 1, 0.3))),
                    Simulation.TOPICS.metrics(),
                    occasions);
            Clock clock = new Clock();
            int losses = 0;
            for (clock.now = 0; clock.now < occasions; clock.now++) {
                losses += power.fails(phase, clock) ? 1 : 0;
            }
            assertEquals(0.3, (double) losses / occasions, 4 * Math.sqrt(0.3 * 0.7 / occasions), phase.word());
        }
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PowerFault(NodePhase.SENDING, 0, 1));
        for (double probability : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new PowerFault(NodePhase.SENDING, 1, probability));
        }
    }

    /** A context with a clock and chance alone. */
    private static final class Clock implements ActorContext {
        private final RandomStream random = RandomStream.named(7, "power");
        private long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public RandomGenerator random(String name) {
            return random;
        }

        @Override
        public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
            throw new AssertionError("power sends nothing: " + message);
        }

        @Override
        public <M> void broadcast(Topic<M> topic, String key, List<ActorId> receivers, M message) {
            throw new AssertionError("power sends nothing: " + message);
        }

        @Override
        public <M> void publish(Topic<M> topic, M message) {
            assertEquals(Simulation.TOPICS.metrics(), topic);
        }

        @Override
        public void wakeAt(long time, String timer) {
            assertTrue(time > now, "a timer at " + time + " set at " + now);
        }
    }
}
