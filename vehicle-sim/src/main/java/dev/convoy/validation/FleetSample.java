package dev.convoy.validation;

import dev.convoy.fleet.Fleet;
import dev.convoy.fleet.FleetConfig;
import dev.convoy.fleet.FleetPlan;
import dev.convoy.fleet.Receiver;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.world.Drift;
import dev.convoy.world.WorldConfig;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The legs that the standard fleet drives on the standard road from a date on, and what they took. */
final class FleetSample implements ActorContext {
    private static final ActorId FLEET = new ActorId("fleet");

    /** A leg between two stations, and what it took. */
    record DrivenLeg(String model, double kwhPer100Km) {}

    private record Timer(long time, long order, String name) {}

    private final List<DrivenLeg> legs = new ArrayList<>();
    private final Map<String, String> modelOf = new HashMap<>();
    private final Map<String, Double> kilometresOf = new HashMap<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            (a, b) -> a.time() != b.time() ? Long.compare(a.time(), b.time()) : Long.compare(a.order(), b.order()));
    private long now;
    private long order;

    private FleetSample() {}

    /** @param drift the only one; the standard world's is left out */
    static List<DrivenLeg> from(LocalDateTime start, int days, List<Drift> drift, long seed) {
        WorldConfig world = WorldConfig.standard().withDrift(start, drift);
        FleetPlan plan = new FleetPlan(world, FleetConfig.standard(), seed, days * 86_400_000L);
        List<Receiver> receivers = IntStream.rangeClosed(1, world.zonesKm().size())
                .mapToObj(FleetSample::receiver)
                .toList();
        FleetSample sample = new FleetSample();
        Fleet fleet =
                new Fleet(FLEET, plan, receivers, new Topic<>("metrics", new Unsent<>(), List.of(FLEET), List.of()));
        fleet.start(sample);
        while (!sample.timers.isEmpty()) {
            Timer timer = sample.timers.remove();
            sample.now = timer.time();
            fleet.wake(timer.name(), sample);
        }
        return sample.legs;
    }

    private static Receiver receiver(int number) {
        ActorId node = new ActorId("node-" + number);
        return new Receiver(node, new Topic<>("telemetry." + node, new Unsent<>(), List.of(FLEET), List.of(node)));
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
        if (message instanceof Telemetry record && record.leg() > 0) {
            modelOf.put(record.vehicle(), record.model());
            kilometresOf.put(leg(record), record.values().get(VehicleField.NEXT_LEG_KM.ordinal()));
        } else if (message instanceof Outcome outcome && outcome.label().isPresent()) {
            // every node that heard of the leg is told; the first one counts
            Double kilometres = kilometresOf.remove(leg(outcome));
            if (kilometres != null) {
                legs.add(new DrivenLeg(modelOf.get(outcome.vehicle()), 100 * outcome.energyKwh() / kilometres));
            }
        }
    }

    private static String leg(FleetMessage message) {
        return message.vehicle() + "/" + message.leg();
    }

    @Override
    public void wakeAt(long time, String timer) {
        timers.add(new Timer(time, order++, timer));
    }

    @Override
    public RandomGenerator random(String name) {
        throw new UnsupportedOperationException("the fleet draws from streams of its own: " + name);
    }

    @Override
    public <M> void broadcast(Topic<M> topic, String key, List<ActorId> to, M message) {
        to.forEach(receiver -> send(topic, key, receiver, message));
    }

    @Override
    public <M> void publish(Topic<M> topic, M message) {
        // what the fleet tells of itself is not asked for
    }

    private static final class Unsent<M> implements Codec<M> {
        @Override
        public byte[] encode(M message) {
            throw new UnsupportedOperationException("nothing is put into bytes here");
        }

        @Override
        public M decode(byte[] bytes) {
            throw new UnsupportedOperationException("nothing is put into bytes here");
        }
    }
}
