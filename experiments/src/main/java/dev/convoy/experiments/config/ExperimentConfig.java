package dev.convoy.experiments.config;

import dev.convoy.aggregator.AggregatorConfig;
import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.fleet.FleetConfig;
import dev.convoy.replay.Vehicles;
import dev.convoy.replay.WorkloadConfig;
import dev.convoy.world.WorldConfig;
import java.time.Duration;
import java.util.List;

/**
 * Everything that decides what an experiment's results are.
 *
 * @param duration run time
 * @param reportEvery run time between the rows of the accuracy table
 * @param workload where the telemetry comes from; the world and the fleet are there for vehicles only
 */
public record ExperimentConfig(
        String name,
        long seed,
        Duration duration,
        Duration reportEvery,
        WorkloadConfig workload,
        WorldConfig world,
        FleetConfig fleet,
        NodesConfig nodes,
        AggregatorConfig aggregator,
        List<Fault> faults,
        SweepConfig sweep) {

    public ExperimentConfig {
        faults = List.copyOf(faults);
        requireName(name);
        requireMillisecond("duration", duration);
        requireMillisecond("report-every", reportEvery);
        new ExperimentChecks(duration, reportEvery, workload, world, fleet, nodes, aggregator, faults)
                .conflicts()
                .throwIfAny();
    }

    /** The defaults of every part; the road is divided equally among the nodes. */
    public static ExperimentConfig standard() {
        return new ExperimentConfig(
                "experiment",
                7,
                Duration.ofHours(72),
                Duration.ofMinutes(15),
                Vehicles.standard(),
                WorldConfig.standard().withZonesKm(List.of()),
                FleetConfig.standard(),
                NodesConfig.standard(),
                AggregatorConfig.standard(),
                List.of(),
                SweepConfig.standard());
    }

    /** This experiment with the zones written out where the file left them to be equal. */
    public ExperimentConfig resolved() {
        if (!world.zonesKm().isEmpty()) {
            return this;
        }
        WorldConfig divided = world.withEqualZones(nodes.count());
        return new ExperimentConfig(
                name, seed, duration, reportEvery, workload, divided, fleet, nodes, aggregator, faults, sweep);
    }

    /** This experiment with another seed. */
    public ExperimentConfig withSeed(long other) {
        return new ExperimentConfig(
                name, other, duration, reportEvery, workload, world, fleet, nodes, aggregator, faults, sweep);
    }

    /** This experiment with another workload. */
    ExperimentConfig with(WorkloadConfig other) {
        return new ExperimentConfig(
                name, seed, duration, reportEvery, other, world, fleet, nodes, aggregator, faults, sweep);
    }

    /**
     * The same for the processes of a run: the initial model written with all its parameters, because they do not see its
     * file, and without what a sweep would vary, which may not go with what has been filled in since.
     */
    ExperimentConfig spelledOut() {
        return new ExperimentConfig(
                name,
                seed,
                duration,
                reportEvery,
                workload,
                world,
                fleet,
                nodes.spelledOut(),
                aggregator,
                faults,
                SweepConfig.standard());
    }

    /** What goes wrong, and when. */
    public FaultPlan faultPlan() {
        return new FaultPlan(faults, duration, seed);
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "name must be a lower-case word of at most 40 letters, digits and '-': " + name);
        }
    }

    private static void requireMillisecond(String key, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(key + " must be at least 1ms: " + Durations.write(duration));
        }
    }
}
