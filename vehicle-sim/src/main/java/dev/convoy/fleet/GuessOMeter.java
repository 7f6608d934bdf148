package dev.convoy.fleet;

/**
 * The range estimate of the car's display: the running mean of consumption, the distance by map, and the capacity it
 * had when new. It knows nothing of climb, weather ahead or age.
 */
final class GuessOMeter {
    /** The mean looks back over about this distance. */
    private static final double MEMORY_KM = 40;

    private final double nominalKwh;
    private double kwhPer100Km;

    GuessOMeter(double nominalKwh, double kwhPer100Km) {
        this.nominalKwh = nominalKwh;
        this.kwhPer100Km = kwhPer100Km;
    }

    void drove(double km, double kwh) {
        kwhPer100Km += (100 * kwh - kwhPer100Km * km) / (km + MEMORY_KM);
    }

    double kwhPer100Km() {
        return kwhPer100Km;
    }

    void set(double consumption) {
        kwhPer100Km = consumption;
    }

    /** The part of full charge that a distance takes. */
    double need(double km) {
        return kwhPer100Km * km / 100 / nominalKwh;
    }
}
