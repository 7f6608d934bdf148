package dev.convoy.fleet;

import com.sun.management.OperatingSystemMXBean;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Link;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import dev.convoy.runtime.local.LocalEngine;
import dev.convoy.runtime.local.Settings;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.world.WorldConfig;
import java.io.DataInput;
import java.io.DataOutput;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures a fleet by itself, with one step of physics for each record: telemetry records per second of one core, and
 * heap per vehicle. Once the actor alone, once in the local engine, which stamps, numbers and records every message.
 */
public final class FleetBenchmark {
    private static final long RECORDS = 3_000_000;
    private static final long WARM_UP = 1_000_000;
    /** By which the fleet is ahead of its receiver, as in a run. */
    private static final long RECORDS_AHEAD = 50_000;
    /** Below this, the heap of a fleet drowns in everything else. */
    private static final int ENOUGH_TO_WEIGH = 10_000;

    private FleetBenchmark() {}

    /** Arguments: numbers of vehicles. */
    public static void main(String[] arguments) throws InterruptedException {
        int[] sizes = arguments.length == 0
                ? new int[] {104, 1_000, 10_000, 100_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        actor(104, WARM_UP);
        for (int vehicles : sizes) {
            actor(vehicles, RECORDS);
        }
        engine(104, WARM_UP);
        for (int vehicles : sizes) {
            engine(vehicles, RECORDS);
        }
    }

    private static void actor(int vehicles, long records) {
        long[] sent = new long[1];
        long before = heap();
        SimulatedRun run =
                new SimulatedRun(plan(vehicles, Duration.ofDays(1_000).toMillis()), message -> {
                    sent[0] += message.message() instanceof Telemetry ? 1 : 0;
                });
        long bytes = heap() - before;
        long start = cpu();
        while (sent[0] < records) {
            run.step();
        }
        double seconds = (cpu() - start) / 1e9;
        FleetFigures.say(
                "the actor alone, %d vehicles: %,.0f records per second of one core%s",
                vehicles,
                sent[0] / seconds,
                vehicles < ENOUGH_TO_WEIGH ? "" : ", " + bytes / vehicles + " bytes of heap a vehicle");
    }

    /** The receiver counts what arrives, on the same thread, and does no more. */
    private static void engine(int vehicles, long records) throws InterruptedException {
        long durationMs = Math.max(1, records / vehicles) * 60_000;
        FleetPlan plan = plan(vehicles, durationMs);
        ActorId id = new ActorId("fleet");
        Topic<Metric> metrics = SimulatedRun.topic("metrics", id, List.of());
        Topic<FleetMessage> telemetry = SimulatedRun.topic("telemetry", id, List.of(Counter.ID));
        List<Receiver> receivers = plan.world().zonesKm().stream()
                .map(zone -> new Receiver(Counter.ID, telemetry))
                .toList();
        Counter counter = new Counter(telemetry);
        Topology.Lead lead = new Topology.Lead(id, Math.max(1, RECORDS_AHEAD / vehicles) * 60_000, metrics);
        Topology topology = new Topology(
                List.of(id, Counter.ID), List.of(metrics, telemetry), Optional.of(lead), (from, to) -> Link.DIRECT);
        LocalEngine engine = new LocalEngine(
                topology,
                actor -> actor.equals(id) ? new Fleet(id, plan, receivers, metrics) : counter,
                7,
                durationMs,
                Settings.of(1),
                counter);
        long start = allThreadsCpu();
        engine.run();
        double seconds = (allThreadsCpu() - start) / 1e9;
        FleetFigures.say(
                "in the local engine, %d vehicles: %,.0f records per second of one core",
                vehicles, counter.records / seconds);
    }

    private static FleetPlan plan(int vehicles, long durationMs) {
        return new FleetPlan(WorldConfig.standard(), Fleets.of(vehicles), 7, durationMs);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Garbage collection and compilation included. */
    private static long allThreadsCpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The node that all vehicles speak to. */
    private static final class Counter implements Actor, Recorder {
        private static final ActorId ID = new ActorId("node-1");

        private final Topic<FleetMessage> telemetry;
        private long records;

        Counter(Topic<FleetMessage> telemetry) {
            this.telemetry = telemetry;
        }

        @Override
        public ActorId id() {
            return ID;
        }

        @Override
        public List<Inlet<?>> inlets() {
            return List.of(
                    new Inlet<>(telemetry, (message, context) -> records += message instanceof Telemetry ? 1 : 0));
        }

        @Override
        public void start(ActorContext context) {
            // it waits for messages
        }

        @Override
        public void wake(String timer, ActorContext context) {
            throw new IllegalStateException("no timer was set: " + timer);
        }

        @Override
        public void finish(ActorContext context) {
            // it has nothing to say
        }

        @Override
        public void snapshot(DataOutput out) {
            // nobody restores it
        }

        @Override
        public void restore(DataInput in) {
            throw new UnsupportedOperationException("it is never restored");
        }

        @Override
        public void record(Envelope<?> envelope) {
            // a recorder that keeps nothing
        }

        @Override
        public void progress(ActorId actor, long runTimeMs) {
            // how far it is does not matter
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            throw new IllegalStateException("a record was refused: " + letter);
        }
    }
}
