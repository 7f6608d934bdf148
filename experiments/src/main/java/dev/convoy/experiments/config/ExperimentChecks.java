package dev.convoy.experiments.config;

import dev.convoy.aggregator.AggregatorConfig;
import dev.convoy.experiments.config.binding.Conflicts;
import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.fleet.CarConfig;
import dev.convoy.fleet.FleetConfig;
import dev.convoy.replay.WorkloadConfig;
import dev.convoy.world.FleetMix;
import dev.convoy.world.WorldConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold between the parts of an experiment. */
record ExperimentChecks(
        Duration duration,
        Duration reportEvery,
        WorkloadConfig workload,
        WorldConfig world,
        FleetConfig fleet,
        NodesConfig nodes,
        AggregatorConfig aggregator,
        List<Fault> faults) {
    private static final int MOST_REPORTS = 100_000;

    Conflicts conflicts() {
        Conflicts conflicts = new Conflicts();
        checkTimes(conflicts);
        checkNodes(conflicts);
        new ExchangeChecks(duration, workload, nodes, aggregator).check(conflicts);
        checkInitialModel(conflicts);
        for (int i = 0; i < fleet.cars().size(); i++) {
            checkCar(i, conflicts);
        }
        new FaultChecks(duration, nodes, aggregator, faults).addTo(conflicts);
        checkReplay(conflicts);
        for (int i = 0; i < world.drift().size(); i++) {
            checkDrift(i, conflicts);
        }
        return conflicts;
    }

    private void checkTimes(Conflicts conflicts) {
        conflicts
                .require(
                        reportEvery.compareTo(duration) <= 0,
                        "report-every must be at most the duration of " + Durations.write(duration) + ": "
                                + Durations.write(reportEvery),
                        "report-every",
                        "duration")
                .require(
                        duration.toMillis() / reportEvery.toMillis() <= MOST_REPORTS,
                        "report-every makes more than " + MOST_REPORTS + " rows in " + Durations.write(duration) + ": "
                                + Durations.write(reportEvery),
                        "report-every",
                        "duration")
                .require(
                        nodes.settings().exchangeEvery().compareTo(duration) <= 0,
                        "exchange-every must be at most the duration of " + Durations.write(duration) + ": "
                                + Durations.write(nodes.settings().exchangeEvery()),
                        "nodes.exchange-every",
                        "duration");
    }

    private void checkNodes(Conflicts conflicts) {
        int zones = world.zonesKm().size() * world.sections();
        conflicts
                .require(
                        zones == 0 || zones == nodes.count(),
                        "there must be one zone a node: zones-km has "
                                + world.zonesKm().size()
                                + (world.sections() == 1 ? "" : " in each of " + world.sections() + " sections")
                                + ", nodes.count is " + nodes.count() + "; without zones-km all zones are equal",
                        "world.zones-km",
                        "world.sections",
                        "nodes.count")
                .require(
                        zones > 0 || nodes.count() % world.sections() == 0,
                        "every section must have as many nodes: there are " + world.sections() + " sections and "
                                + nodes.count() + " nodes",
                        "world.sections",
                        "nodes.count");
        conflicts
                .require(
                        fleet.localMix().isEmpty() || (world.sections() > 1 && !world.joined()),
                        "fleet.local-mix is for vehicles that stay in their section: set world.sections to 2 or more and"
                                + " world.joined to false",
                        "fleet.local-mix",
                        "world.joined",
                        "world.sections")
                .require(
                        fleet.localMix().isEmpty()
                                || world.drift().stream().noneMatch(drift -> drift instanceof FleetMix),
                        "fleet.local-mix and a drift of the kind fleet-mix both say how frequent models are: leave out one",
                        "fleet.local-mix",
                        "world.drift");
    }

    /** The rows of files come as they are. */
    private void checkReplay(Conflicts conflicts) {
        boolean replayed = workload.replayed().isPresent();
        conflicts.require(
                !replayed || fleet.link().impairment().isNone(),
                "fleet.link: rows of files reach their nodes as they are; nothing may go wrong with them",
                "fleet.link",
                "workload");
        for (int i = 0; i < faults.size(); i++) {
            conflicts.require(
                    !replayed || faults.get(i).ofTelemetry().isEmpty(),
                    "faults." + i + ": rows of files reach their nodes as they are; telemetry cannot go wrong",
                    "faults." + i + ".kind",
                    "workload");
        }
    }

    private void checkCar(int index, Conflicts conflicts) {
        CarConfig car = fleet.cars().get(index);
        String key = "fleet.cars." + index;
        conflicts.require(
                car.km().isEmpty() || car.km().get() < world.roadKm(),
                key + ": the road ends at " + world.roadKm() + " km: "
                        + car.km().orElse(0.0),
                key + ".km",
                "world.length-km");
    }

    private void checkDrift(int index, Conflicts conflicts) {
        String key = "world.drift." + index;
        world.drift()
                .get(index)
                .node()
                .ifPresent(node -> conflicts.require(
                        node.number() <= nodes.count(),
                        key + ": " + NodesConfig.unknown(node, nodes.count()),
                        key + ".node",
                        "nodes.count"));
    }

    private void checkInitialModel(Conflicts conflicts) {
        Optional<String> refusal = nodes.initialModel()
                .filter(model -> workload.known())
                .flatMap(model ->
                        model.refusal(workload.workload(), nodes.settings().learner()));
        conflicts.require(
                refusal.isEmpty(),
                "nodes.initial-model does not fit: " + refusal.orElse(""),
                "nodes.initial-model",
                "nodes.learner");
    }
}
