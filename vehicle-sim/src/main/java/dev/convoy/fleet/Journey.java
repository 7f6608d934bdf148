package dev.convoy.fleet;

import dev.convoy.vehicle.Load;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The trip and the stretch a vehicle is on; what is particular to them follows from their numbers. */
final class Journey {
    private final Seeds seeds;
    private final Traits traits;
    private final FleetConfig config;
    private final double sectionKm;

    private long tripNumber;
    private long stretchNumber;
    private Trip trip;
    private Stretch stretch;
    private Habit habit;
    private Load load;

    Journey(Seeds seeds, Traits traits, FleetConfig config, double sectionKm) {
        this.seeds = seeds;
        this.traits = traits;
        this.config = config;
        this.sectionKm = sectionKm;
        draw();
    }

    void nextTrip() {
        tripNumber++;
        stretchNumber++;
        draw();
    }

    void nextStretch() {
        stretchNumber++;
        draw();
    }

    Trip trip() {
        return trip;
    }

    Stretch stretch() {
        return stretch;
    }

    /** How the driver decides at the station where this stretch begins. */
    Habit habit() {
        return habit;
    }

    Load load() {
        return load;
    }

    private void draw() {
        trip = Trip.drawn(seeds.world(), traits.id(), tripNumber, config.exits(), sectionKm);
        stretch = Stretch.drawn(seeds.legs(), traits, stretchNumber);
        habit = Habit.drawn(seeds.world(), traits.id(), stretchNumber, config.reserve());
        load = new Load(
                trip.payloadKg(), trip.tyreFactor(), trip.styleFactor() * stretch.roadFactor(), traits.cabinC());
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(tripNumber);
        out.writeLong(stretchNumber);
    }

    void read(DataInput in) throws IOException {
        tripNumber = in.readLong();
        stretchNumber = in.readLong();
        draw();
    }
}
