package dev.convoy.vehicle;

/** Gear and motor between battery and wheels, and what braking can give back through them. */
final class Drivetrain {
    private static final double GEAR_EFFICIENCY = 0.98;

    /** By power over the motor's power: FASTSim's map for its battery cars. */
    private static final Curve MOTOR_EFFICIENCY = Curve.through(
            0, 0.84, 0.02, 0.86, 0.04, 0.88, 0.06, 0.90, 0.08, 0.91, 0.1, 0.92, 0.2, 0.94, 0.4, 0.95, 0.6, 0.95, 0.8,
            0.94, 1, 0.93);

    /** Braking beyond this share of the motor's power is left to friction. */
    private static final double REGENERATION_LIMIT = 0.6;
    /** Of a full or a cold battery's acceptance, this is left. An assumption. */
    private static final double REGENERATION_LEFT = 0.2;

    private static final double FULL_FROM = 0.95;
    private static final double COLD_BELOW_C = 0;
    private static final double COLDEST_C = -10;

    /** FASTSim: the share of braking that wheels with a motor take, fading to nothing as the car stops. */
    private static final double MOTOR_BRAKING = 0.98;

    private static final double FADE_A = 500;
    private static final double FADE_B = 0.99;
    private static final double MPH = 0.44704;
    /** Where half of it has faded: the kinetic energy below it is lost to friction. */
    private static final double HALF_FADED_MPS = (StrictMath.log(FADE_A) / FADE_B - 1) * MPH;

    private final double powerW;

    Drivetrain(VehicleModel model) {
        this.powerW = model.powerKw() * 1000;
    }

    /** Electric power that drives the wheels with so much. */
    double tractionWatts(double wheelWatts) {
        double shaft = wheelWatts / GEAR_EFFICIENCY;
        return shaft / MOTOR_EFFICIENCY.at(shaft / powerW);
    }

    /**
     * Electric power from braking the wheels with so much.
     *
     * @param motorShare what of it the motor takes, before the limits of motor and battery
     */
    double regeneratedWatts(double brakingWatts, double motorShare, double stateOfCharge, double batteryC) {
        double shaft = Math.min(
                brakingWatts * motorShare * GEAR_EFFICIENCY * acceptance(stateOfCharge, batteryC),
                REGENERATION_LIMIT * powerW);
        return shaft * MOTOR_EFFICIENCY.at(shaft / powerW);
    }

    /** The share of braking at this speed that the motor takes (FASTSim's regen_a and regen_b). */
    static double motorShareAt(double speedMps) {
        return MOTOR_BRAKING / (1 + FADE_A * StrictMath.exp(-FADE_B * (speedMps / MPH + 1)));
    }

    /** The share of the kinetic energy that the motor takes when braking from one speed to another. */
    static double motorShareBetween(double lowMps, double highMps) {
        double lost = Math.max(0, HALF_FADED_MPS * HALF_FADED_MPS - lowMps * lowMps);
        double all = highMps * highMps - lowMps * lowMps;
        return lost < all ? MOTOR_BRAKING * (1 - lost / all) : 0;
    }

    /** The share of braking power that a full or cold battery still takes. */
    private static double acceptance(double stateOfCharge, double batteryC) {
        double full = Math.max(0, stateOfCharge - FULL_FROM) / (1 - FULL_FROM);
        double cold = Math.max(0, Math.min(1, (COLD_BELOW_C - batteryC) / (COLD_BELOW_C - COLDEST_C)));
        return 1 - (1 - REGENERATION_LEFT) * Math.max(full, cold);
    }
}
