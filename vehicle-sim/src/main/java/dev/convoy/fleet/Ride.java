package dev.convoy.fleet;

import dev.convoy.world.Air;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The car that a driver is out in and the journey it is on; from one trip to the next the car may be another. */
final class Ride {
    private final Garage garage;
    private final Journey journey;

    private Car car;
    private long setOutMs;

    Ride(Garage garage, Car car, Journey journey) {
        this.garage = garage;
        this.car = car;
        this.journey = journey;
    }

    Car car() {
        return car;
    }

    Journey journey() {
        return journey;
    }

    /** The next trip begins. */
    void setOut(long nowMs, Air air) {
        setOutMs = nowMs;
        car = garage.carFor(nowMs, car, journey.trip().restTarget(), air);
        journey.nextTrip();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(setOutMs);
        journey.write(out);
        car.write(out);
    }

    void read(DataInput in) throws IOException {
        setOutMs = in.readLong();
        journey.read(in);
        car = car.exchangedFor(garage.at(setOutMs), 0, 0);
        car.read(in);
    }
}
