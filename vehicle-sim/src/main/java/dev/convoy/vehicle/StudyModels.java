package dev.convoy.vehicle;

import java.util.List;

/**
 * The thirteen cars of the 2023 study. It states their capacity and what they take at 90 km/h, nothing else; the rest
 * is that of a small hatchback whose mass grows with its battery, and its road load is scaled until steady driving at 90
 * km/h in mild air takes what the study states. Masses, shape and charging are assumptions.
 */
final class StudyModels {
    private static final double MASS_KG = 1150;
    private static final double MASS_KG_PER_KWH = 6.5;
    private static final double DRAG_COEFFICIENT = 0.29;
    private static final double FRONT_M2 = 2.25;
    private static final double ROLLING_COEFFICIENT = 0.009;
    private static final double POWER_KW = 100;
    /** The charging power of such a battery over its capacity, per hour. */
    private static final double CHARGE_PER_H = 1.5;

    private static final double STATED_AT_MPS = 90 / 3.6;
    private static final double MILD_C = 20;
    private static final int ROUNDS = 20;

    static final List<VehicleModel> ALL = List.of(
            car("Model D", 50, 0.13),
            car("Model G", 50, 0.12),
            car("Model L", 40, 0.14),
            car("Model M", 49, 0.16),
            car("Model J", 45, 0.11),
            car("Model F", 55, 0.11),
            car("Model K", 41, 0.11),
            car("Model Z", 38, 0.09),
            car("Model E", 60, 0.14),
            car("Model N", 45, 0.11),
            car("Model S", 35, 0.19),
            car("Model H", 48, 0.17),
            car("Model C", 35, 0.10));

    private StudyModels() {}

    private static VehicleModel car(String name, double kwh, double kwhPerKm) {
        double mass = MASS_KG + MASS_KG_PER_KWH * kwh + VehicleModel.TEST_LOAD_KG;
        RoadLoad shape = RoadLoad.of(ROLLING_COEFFICIENT, DRAG_COEFFICIENT, FRONT_M2, mass);
        Curve charging = Curve.USUAL_CHARGING.scaledBy(CHARGE_PER_H * kwh);
        double factor = 1;
        for (int round = 0; round < ROUNDS; round++) {
            VehicleModel car = new VehicleModel(name, mass, shape.times(factor), POWER_KW, kwh, false, charging);
            factor *= kwhPerKm / steadyKwhPerKm(car);
        }
        return new VehicleModel(name, mass, shape.times(factor), POWER_KW, kwh, false, charging);
    }

    private static double steadyKwhPerKm(VehicleModel car) {
        double watts = new EnergyModel(car)
                .batteryWatts(Load.testUnconditioned(MILD_C), Conditions.steady(STATED_AT_MPS, MILD_C), 0.5, MILD_C);
        return watts / STATED_AT_MPS / 3600;
    }
}
