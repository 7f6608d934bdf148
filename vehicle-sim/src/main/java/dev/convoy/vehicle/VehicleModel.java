package dev.convoy.vehicle;

/**
 * A type of car, as it left the factory.
 *
 * @param testMassKg equivalent test weight; it includes {@link #TEST_LOAD_KG} of load
 * @param powerKw of the motor
 * @param usableKwh of the battery when new and warm
 * @param heatPump whether it heats with one, rather than with a resistor
 * @param fastCharging kilowatts it accepts from a fast charger by per cent of charge, battery warm
 */
public record VehicleModel(
        String name,
        double testMassKg,
        RoadLoad roadLoad,
        double powerKw,
        double usableKwh,
        boolean heatPump,
        Curve fastCharging) {
    /** What the test weight has on board. */
    public static final double TEST_LOAD_KG = 136;

    public VehicleModel {
        if (!(testMassKg > 1000 && testMassKg < 4000)) {
            throw new IllegalArgumentException(name + ": test mass must be 1000 to 4000 kg: " + testMassKg);
        }
        if (!(powerKw > 0)) {
            throw new IllegalArgumentException(name + ": power must be above 0 kW: " + powerKw);
        }
        if (!(usableKwh > 0)) {
            throw new IllegalArgumentException(name + ": usable energy must be above 0 kWh: " + usableKwh);
        }
        if (fastCharging.from() != 0 || fastCharging.to() != 100) {
            throw new IllegalArgumentException(name + ": the charging curve must go from 0 to 100 % of charge");
        }
    }

    public double emptyMassKg() {
        return testMassKg - TEST_LOAD_KG;
    }

    /** With all that is on board. */
    public double massKg(Load load) {
        return emptyMassKg() + load.payloadKg();
    }

    @Override
    public String toString() {
        return name;
    }
}
