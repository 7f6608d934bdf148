package dev.convoy.fleet;

import dev.convoy.metric.FleetLedger;
import dev.convoy.metric.FleetRoster;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.world.World;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All vehicles: each reports to the node of its zone once an interval, and outcomes go where their records went. */
public final class Fleet implements Actor {
    private static final double THRESHOLD = 0.5;
    private static final String TIMER = "report";

    private final ActorId id;
    private final FleetPlan plan;
    private final List<Receiver> receivers;
    private final Topic<Metric> metrics;
    private final World world;
    private final long everyMs;
    /** In the order in which they report within an interval. */
    private final List<Vehicle> vehicles;

    private final List<Chargers> chargers;
    private final TelemetryWay way;
    private long reports;
    private long outcomes;

    /** @param receivers one for each zone, in the order of the zones */
    public Fleet(ActorId id, FleetPlan plan, List<Receiver> receivers, Topic<Metric> metrics) {
        this(id, plan, receivers, metrics, plan.seed());
    }

    /** With another seed for what no feature tells of a leg: for the test that such things decide labels. */
    Fleet(ActorId id, FleetPlan plan, List<Receiver> receivers, Topic<Metric> metrics, long legSeed) {
        this.id = id;
        this.plan = plan;
        this.receivers = List.copyOf(receivers);
        this.metrics = metrics;
        this.world = World.of(plan.world(), plan.seed());
        this.everyMs = plan.fleet().telemetryEvery().toMillis();
        if (receivers.size() != world.corridor().zones()) {
            throw new IllegalArgumentException(
                    "zones-km: " + world.corridor().zones() + " zones need as many nodes: " + receivers.size());
        }
        this.chargers = chargers();
        this.vehicles = vehicles(new Seeds(plan.seed(), legSeed));
        this.way = new TelemetryWay(plan, this.receivers);
    }

    private List<Chargers> chargers() {
        int usual = plan.fleet().chargersPerStation(plan.world().sections());
        return IntStream.range(0, world.corridor().stationCount())
                .mapToObj(number -> new Chargers(
                        plan.seed(),
                        number,
                        world.corridor().station(number).chargers().orElse(usual)))
                .toList();
    }

    /** Made in the order in which they report, so that those that come one after the other lie together in memory. */
    private List<Vehicle> vehicles(Seeds seeds) {
        FleetConfig fleet = plan.fleet();
        List<VehicleModel> models = fleet.models().models();
        List<VehicleModel> roster = fleet.models().roster(world.corridor(), fleet.reserve());
        LocalMix mix = fleet.localMix()
                .map(alpha -> LocalMix.drawn(seeds.world(), world.corridor().sections(), roster, alpha))
                .orElseGet(() -> LocalMix.even(roster));
        return IntStream.rangeClosed(1, fleet.vehicles())
                .mapToObj(number ->
                        Traits.drawn(seeds.world(), number, mix, everyMs).as(fleet.car(number), models))
                .sorted(Comparator.comparingLong(Traits::phaseMs))
                .map(traits -> new Vehicle(world, fleet, seeds, traits, roster, chargers))
                .toList();
    }

    @Override
    public ActorId id() {
        return id;
    }

    @Override
    public List<Inlet<?>> inlets() {
        return List.of();
    }

    @Override
    public void start(ActorContext context) {
        wakeBeforeEnd(context);
    }

    @Override
    public void wake(String timer, ActorContext context) {
        way.release(context);
        if (timer.equals(TIMER)) {
            report(context);
        }
    }

    private void report(ActorContext context) {
        while (nextReportMs() == context.now()) {
            Vehicle vehicle = nextToReport();
            for (Settled settled : vehicle.advance(context.now())) {
                if (plan.fleet().label() == LabelKind.REACHABILITY) {
                    publish(settled, context);
                }
            }
            report(vehicle, 1 + reports / vehicles.size(), context);
            reports++;
        }
        wakeBeforeEnd(context);
    }

    private Vehicle nextToReport() {
        return vehicles.get((int) (reports % vehicles.size()));
    }

    private long nextReportMs() {
        return reports / vehicles.size() * everyMs + nextToReport().traits().phaseMs();
    }

    private void wakeBeforeEnd(ActorContext context) {
        if (nextReportMs() < plan.durationMs()) {
            context.wakeAt(nextReportMs(), TIMER);
        }
    }

    @Override
    public void finish(ActorContext context) {
        context.publish(
                metrics, new FleetLedger(plan.durationMs(), way.produced(), way.lost(), way.copies(), outcomes));
        publishRoster(context);
    }

    private void publishRoster(ActorContext context) {
        for (int from = 0; from < vehicles.size(); from += FleetRoster.MOST_VEHICLES) {
            SortedMap<String, String> models = new TreeMap<>();
            vehicles.subList(from, Math.min(vehicles.size(), from + FleetRoster.MOST_VEHICLES)).stream()
                    .map(Vehicle::traits)
                    .forEach(traits -> models.put(traits.id(), traits.model().name()));
            context.publish(metrics, new FleetRoster(plan.durationMs(), models));
        }
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        out.writeLong(reports);
        out.writeLong(outcomes);
        way.write(out);
        for (Chargers station : chargers) {
            station.write(out);
        }
        for (Vehicle vehicle : vehicles) {
            vehicle.write(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        reports = in.readLong();
        outcomes = in.readLong();
        way.read(in);
        for (Chargers station : chargers) {
            station.read(in);
        }
        for (Vehicle vehicle : vehicles) {
            vehicle.read(in);
        }
    }

    /** For tests that look behind the telemetry. */
    List<Vehicle> vehicles() {
        return vehicles;
    }

    private void publish(Settled settled, ActorContext context) {
        if (!settled.zones().isEmpty()) {
            outcomes++;
        }
        settled.zones().stream().forEach(zone -> send(zone, settled.outcome(), context));
    }

    private void report(Vehicle vehicle, long sequence, ActorContext context) {
        FieldValues values = vehicle.measure();
        int zone = world.corridor().zoneAt(values.get(VehicleField.POSITION_KM.ordinal()));
        boolean threshold = plan.fleet().label() == LabelKind.CHARGE_THRESHOLD;
        long leg = threshold ? sequence : vehicle.leg();
        Phase phase = threshold ? Phase.TO_STATION : vehicle.phase();
        Traits traits = vehicle.traits();
        way.send(
                zone,
                new Telemetry(traits.id(), traits.model().name(), sequence, leg, phase, context.now(), values),
                context);
        if (threshold) {
            send(zone, thresholdOutcome(traits.id(), leg, values, context.now()), context);
            outcomes++;
        } else if (leg > 0) {
            vehicle.heardIn(zone);
        }
    }

    /** The decision falls just after the record has arrived, so that the prediction for it counts. */
    private static Outcome thresholdOutcome(String vehicle, long leg, FieldValues values, long nowMs) {
        double charge = values.get(VehicleField.STATE_OF_CHARGE.ordinal());
        int label = charge <= THRESHOLD ? 1 : 0;
        long decided = TelemetryWay.arrivalMs(nowMs) + 1;
        return new Outcome(vehicle, leg, OptionalInt.of(label), decided, 0, nowMs);
    }

    private void send(int zone, Outcome message, ActorContext context) {
        Receiver receiver = receivers.get(zone);
        context.send(receiver.telemetry(), message.vehicle(), receiver.node(), message);
    }
}
