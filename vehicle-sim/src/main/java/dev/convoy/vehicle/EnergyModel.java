package dev.convoy.vehicle;

/**
 * What a car draws from its battery: the resistance of road and air, grade and changes of speed, through gear, motor
 * and battery losses, plus comfort and auxiliaries. It is told either a moment, speed and acceleration, or a segment of
 * road, mean speed and stops; the parts are the same.
 */
public final class EnergyModel {
    /** Wheels, gear and rotor must be set turning too. */
    private static final double ROTATING = 1.03;

    private static final double AUXILIARY_W = 250;
    private static final double LIGHTS_W = 50;
    private static final double WIPERS_W = 50;

    private final VehicleModel model;
    private final Drivetrain drivetrain;

    public EnergyModel(VehicleModel model) {
        this.model = model;
        this.drivetrain = new Drivetrain(model);
    }

    public VehicleModel model() {
        return model;
    }

    /** Force at the wheels at constant speed, newtons; negative where the road falls steeply enough. */
    public double wheelNewtons(Load load, Conditions conditions) {
        return Resistance.of(model, load, conditions).at(conditions.speedMps());
    }

    /** Heating, cooling and auxiliary power, watts. */
    public double auxiliaryWatts(Load load, Conditions conditions) {
        return AUXILIARY_W
                + (conditions.dark() ? LIGHTS_W : 0)
                + (conditions.precipitationMmPerHour() > 0 ? WIPERS_W : 0)
                + Cabin.watts(model.heatPump(), load.cabinC(), conditions.temperatureC());
    }

    /** Mean power from the battery over a segment, watts; negative where it is charged by braking. */
    public double batteryWatts(Load load, Conditions conditions, double stateOfCharge, double batteryC) {
        Resistance resistance = Resistance.of(model, load, conditions);
        SpeedPattern pattern = SpeedPattern.of(conditions.speedMps(), conditions.stopsPerKm());
        double auxiliary = auxiliaryWatts(load, conditions);
        double cruise = pattern.cruiseMps();
        double steady = wheels(resistance.at(cruise) * cruise, cruise, stateOfCharge, batteryC);
        double joules = pattern.cruiseS() * drawn(steady + auxiliary, batteryC);
        if (pattern.stopsPerM() > 0) {
            double inertia = ROTATING * model.massKg(load);
            double against = resistance.between(pattern.lowMps(), cruise);
            double mean = (pattern.lowMps() + cruise) / 2;
            double speedingUp =
                    wheels((against + inertia * SpeedPattern.ACCELERATION_MPS2) * mean, mean, stateOfCharge, batteryC);
            double braking = (inertia * SpeedPattern.DECELERATION_MPS2 - against) * mean;
            double slowingDown = braking > 0
                    ? -drivetrain.regeneratedWatts(
                            braking, Drivetrain.motorShareBetween(pattern.lowMps(), cruise), stateOfCharge, batteryC)
                    : drivetrain.tractionWatts(-braking);
            joules += pattern.accelerateS() * drawn(speedingUp + auxiliary, batteryC)
                    + pattern.brakeS() * drawn(slowingDown + auxiliary, batteryC)
                    + pattern.standS() * drawn(auxiliary, batteryC);
        }
        return joules / pattern.seconds();
    }

    /**
     * Power from the battery at a moment, watts; stops are not looked at.
     *
     * @param accelerationMps2 negative while slowing down
     */
    public double momentaryWatts(
            Load load, Conditions conditions, double accelerationMps2, double stateOfCharge, double batteryC) {
        double speed = conditions.speedMps();
        double newtons = wheelNewtons(load, conditions) + ROTATING * model.massKg(load) * accelerationMps2;
        double electric = wheels(newtons * speed, speed, stateOfCharge, batteryC);
        return drawn(electric + auxiliaryWatts(load, conditions), batteryC);
    }

    /** Electric power for so much at the wheels; negative in both where the car brakes. */
    private double wheels(double wheelWatts, double speedMps, double stateOfCharge, double batteryC) {
        return wheelWatts >= 0
                ? drivetrain.tractionWatts(wheelWatts)
                : -drivetrain.regeneratedWatts(-wheelWatts, Drivetrain.motorShareAt(speedMps), stateOfCharge, batteryC);
    }

    /** What the cells lose or gain for so much at the battery's terminals. */
    private double drawn(double watts, double batteryC) {
        double efficiency = BatteryLosses.efficiency(watts / 1000 / model.usableKwh(), batteryC);
        return watts >= 0 ? watts / efficiency : watts * efficiency;
    }
}
