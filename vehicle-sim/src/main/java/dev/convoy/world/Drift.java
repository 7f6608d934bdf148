package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A known change of the world during a run. A kind overrides the effects it has and leaves the others at nothing; place
 * is kilometres along the road, time is run time in milliseconds. A lot is what a vehicle has drawn for this drift, once
 * and for all: a number in [0, 1).
 */
public sealed interface Drift
        permits ColdFront,
                Season,
                RushHour,
                Incident,
                Outage,
                Ageing,
                FleetMix,
                Tyres,
                SoftwareUpdate,
                RoadWorks,
                SensorBias {
    /** When it begins, for the first time and at the first place on the road. */
    Duration at();

    default Duration onset() {
        return at();
    }

    /** When it is over for the first time, or, where it stays, when the last place on a road of this length has changed in full. */
    Duration end(double lengthKm);

    /** From one onset to the next; absent: once. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /** What it is, in one word, as in an experiment file. */
    String word();

    /** How strong it is, in a few words for a plot or a table. */
    String label();

    /** The node whose zone it is confined to. */
    default Optional<NodeId> node() {
        return Optional.empty();
    }

    /** The nodes in whose zones it shows; empty: all. */
    default List<NodeId> nodes(Corridor corridor) {
        return node().stream().toList();
    }

    /** Refuses a place that a road of this length with so many stations does not have. */
    default void requireFits(double lengthKm, int stations) {}

    /** Kelvin added to the temperature. */
    default double temperatureShift(double km, long timeMs) {
        return 0;
    }

    /** Metres per second added to the head wind. */
    default double headWindShift(double km, long timeMs) {
        return 0;
    }

    /** Millimetres per hour added to rain or snow. */
    default double precipitationShift(double km, long timeMs) {
        return 0;
    }

    /** Added to congestion, beyond what is typical. */
    default double congestionShift(double km, long timeMs) {
        return 0;
    }

    /** The highest speed allowed, km/h; infinite where there is no other limit than the usual. */
    default double speedLimitKmh(double km, long timeMs) {
        return Double.POSITIVE_INFINITY;
    }

    /** Whether a station, counted from 0, is out of service. */
    default boolean closes(int station, long timeMs) {
        return false;
    }

    /** On what driving takes. */
    default double consumptionFactor(double lot, long timeMs) {
        return 1;
    }

    /** On the rolling resistance of the tyres. */
    default double rollingFactor(double lot, long timeMs) {
        return 1;
    }

    /** Added to the reserve a vehicle keeps. */
    default double reserveShift(double lot, long timeMs) {
        return 0;
    }

    /** On the energy a battery holds. */
    default double capacityFactor(double lot, long timeMs) {
        return 1;
    }

    /** How often cars with batteries of this size set out, compared with the usual. */
    default double frequency(double capacityKwh, long timeMs) {
        return 1;
    }

    /** Added to the charge a vehicle shows. */
    default double shownChargeShift(double lot, long timeMs) {
        return 0;
    }

    /** Since when a vehicle's thermometer has been stuck. */
    default OptionalLong thermometerStuckSince(double lot, long timeMs) {
        return OptionalLong.empty();
    }
}
