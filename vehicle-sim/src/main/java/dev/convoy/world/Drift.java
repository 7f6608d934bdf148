package dev.convoy.world;

import java.time.Duration;

/**
 * A known change of the world during a run. A kind overrides the effects it has and leaves the others at nothing; place
 * is kilometres along the road, time is run time in milliseconds.
 */
public sealed interface Drift permits ColdFront {
    /** When the first place on the road begins to change. */
    Duration onset();

    /** When the last place on a road of this length has changed in full. */
    Duration end(double lengthKm);

    /** What it is, in one word, as in an experiment file. */
    String word();

    /** How strong it is, in a few words for a plot or a table. */
    String label();

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
}
