package dev.convoy.vehicle;

/**
 * What a car draws from its battery while it drives: road load with air density, wind, grade and stops, through motor
 * and battery losses, plus comfort and auxiliaries. It describes a segment of road by mean speed and stops; the
 * acceleration within it is in the stops.
 */
public final class EnergyModel {
    /** Air at 20 degrees at sea level, kg/m^3, for which road load is stated. */
    static final double REFERENCE_AIR = 1.2041;

    private static final double GRAVITY = 9.81;
    private static final double GEAR_EFFICIENCY = 0.98;

    /** By power over the motor's power: FASTSim's map for its battery cars. */
    private static final Curve MOTOR_EFFICIENCY = Curve.through(
            0, 0.84, 0.02, 0.86, 0.04, 0.88, 0.06, 0.90, 0.08, 0.91, 0.1, 0.92, 0.2, 0.94, 0.4, 0.95, 0.6, 0.95, 0.8,
            0.94, 1, 0.93);

    /** Braking beyond this share of the motor's power is left to friction. */
    private static final double REGENERATION_LIMIT = 0.6;
    /** Of a full or a cold battery's acceptance, this is left. */
    private static final double REGENERATION_LEFT = 0.2;

    private static final double FULL_FROM = 0.95;
    private static final double COLD_BELOW_C = 0;
    private static final double COLDEST_C = -10;

    /** Rolling resistance grows by this per kelvin below the test's 20 degrees, within limits. */
    private static final double ROLLING_PER_K = 0.0045;

    /** Water or snow at 2 mm/h and more: rolling resistance and drag grow by these. An assumption. */
    private static final double WET_ROLLING = 0.08;

    private static final double WET_DRAG = 0.04;
    private static final double WET_FROM_MM_PER_H = 2;

    private static final double AUXILIARY_W = 250;
    private static final double LIGHTS_W = 50;
    private static final double WIPERS_W = 50;

    /** A stop brakes from and returns to this share of the mean speed ... */
    private static final double STOP_SPEED = 0.6;
    /** ... and loses what accelerating takes beyond what braking gives back. */
    private static final double STOP_LOSS = 1 / 0.88 - 0.65;

    private final VehicleModel model;

    public EnergyModel(VehicleModel model) {
        this.model = model;
    }

    public VehicleModel model() {
        return model;
    }

    /** Force at the wheels at constant speed, newtons; negative where the road falls steeply enough. */
    public double wheelNewtons(Load load, Conditions conditions) {
        double mass = model.emptyMassKg() + load.payloadKg();
        double wet = Math.min(1, conditions.precipitationMmPerHour() / WET_FROM_MM_PER_H);
        double cold = Math.max(-10, Math.min(40, 20 - conditions.temperatureC()));
        RoadLoad road = model.roadLoad();
        double speed = conditions.speedMps();
        double airSpeed = Math.max(0, speed + conditions.headWindMps());
        double rolling = road.a()
                * (1 + ROLLING_PER_K * cold)
                * (mass / model.testMassKg())
                * load.tyreFactor()
                * (1 + WET_ROLLING * wet);
        double drag = road.c() * (conditions.airDensity() / REFERENCE_AIR) * airSpeed * airSpeed * (1 + WET_DRAG * wet);
        double slope = mass * GRAVITY * conditions.grade() / Math.sqrt(1 + conditions.grade() * conditions.grade());
        return load.roadFactor() * (rolling + road.b() * speed + drag) + slope;
    }

    /** Heating, cooling and auxiliary power, watts. */
    public double auxiliaryWatts(Load load, Conditions conditions) {
        return AUXILIARY_W
                + (conditions.dark() ? LIGHTS_W : 0)
                + (conditions.precipitationMmPerHour() > 0 ? WIPERS_W : 0)
                + Cabin.watts(model.heatPump(), load.cabinC(), conditions.temperatureC());
    }

    /** Power from the battery, watts; negative where it is charged by braking. */
    public double batteryWatts(Load load, Conditions conditions, double stateOfCharge, double batteryC) {
        double wheel = wheelNewtons(load, conditions) * conditions.speedMps();
        double drive = wheel >= 0 ? tractionWatts(wheel) : -regeneratedWatts(-wheel, stateOfCharge, batteryC);
        double electric = drive + stopWatts(load, conditions) + auxiliaryWatts(load, conditions);
        double efficiency = BatteryLosses.efficiency(electric / 1000 / model.usableKwh(), batteryC);
        return electric >= 0 ? electric / efficiency : electric * efficiency;
    }

    private double tractionWatts(double wheelWatts) {
        double shaft = wheelWatts / GEAR_EFFICIENCY;
        return shaft / MOTOR_EFFICIENCY.at(shaft / 1000 / model.powerKw());
    }

    private double regeneratedWatts(double brakingWatts, double stateOfCharge, double batteryC) {
        double shaft = Math.min(
                brakingWatts * GEAR_EFFICIENCY * acceptance(stateOfCharge, batteryC),
                REGENERATION_LIMIT * model.powerKw() * 1000);
        return shaft * MOTOR_EFFICIENCY.at(shaft / 1000 / model.powerKw());
    }

    /** The share of braking power that a full or cold battery still takes. */
    private static double acceptance(double stateOfCharge, double batteryC) {
        double full = Math.max(0, stateOfCharge - FULL_FROM) / (1 - FULL_FROM);
        double cold = Math.max(0, Math.min(1, (COLD_BELOW_C - batteryC) / (COLD_BELOW_C - COLDEST_C)));
        return 1 - (1 - REGENERATION_LEFT) * Math.max(full, cold);
    }

    private double stopWatts(Load load, Conditions conditions) {
        double mass = model.emptyMassKg() + load.payloadKg();
        double speed = STOP_SPEED * conditions.speedMps();
        double joulesPerStop = 0.5 * mass * speed * speed * STOP_LOSS;
        return joulesPerStop * conditions.stopsPerKm() * conditions.speedMps() / 1000;
    }
}
