package dev.convoy.vehicle;

/** A place to charge: what it gives to a battery of this model, charge and temperature. */
public record Charger(double kilowatts, double efficiency, boolean direct) {
    /** Most cars take this much alternating current. */
    private static final double WALL_KW = 11;

    private static final double FAST_EFFICIENCY = 0.95;
    private static final double WALL_EFFICIENCY = 0.9;
    /** Even a full or frozen battery is given this much. */
    private static final double LEAST_KW = 2;

    /** The share of the charging curve that a cold battery accepts. */
    private static final Curve COLD_GATE = Curve.through(-10, 0.35, 0, 0.55, 10, 0.75, 20, 1);

    public static Charger fast(double kilowatts) {
        return new Charger(kilowatts, FAST_EFFICIENCY, true);
    }

    public static Charger wall() {
        return new Charger(WALL_KW, WALL_EFFICIENCY, false);
    }

    /** Kilowatts that reach the battery. */
    public double powerKw(VehicleModel model, double stateOfCharge, double batteryC) {
        double offered = kilowatts * efficiency;
        if (!direct) {
            return offered;
        }
        double accepted = model.fastCharging().at(100 * stateOfCharge) * COLD_GATE.at(batteryC);
        return Math.max(LEAST_KW, Math.min(offered, accepted));
    }
}
