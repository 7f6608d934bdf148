package dev.convoy.vehicle;

/**
 * A model of car that a user describes by what a data sheet says. Its charging curve is the usual one: 95 % of the peak
 * when empty, the peak at 75 % of charge, a ninth of it when full.
 *
 * @param massKg of the empty car
 * @param dragCoefficient of its shape, without unit
 * @param frontM2 its frontal area
 * @param rollingCoefficient of its tyres, without unit
 * @param powerKw of its motor
 * @param usableKwh of its battery when new and warm
 * @param heatPump whether it heats with one, rather than with a resistor
 * @param fastKw the most it accepts from a fast charger
 */
public record OwnModel(
        String name,
        double massKg,
        double dragCoefficient,
        double frontM2,
        double rollingCoefficient,
        double powerKw,
        double usableKwh,
        boolean heatPump,
        double fastKw) {
    private static final int LONGEST_NAME = 60;

    public OwnModel {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf(',') >= 0 || name.indexOf('"') >= 0) {
            throw new IllegalArgumentException(
                    "name must be 1 to " + LONGEST_NAME + " characters without comma and quotes: " + name);
        }
        require("mass-kg", massKg, 900, 3_800);
        require("drag-coefficient", dragCoefficient, 0.1, 1.5);
        require("front-m2", frontM2, 0.5, 12);
        require("rolling-coefficient", rollingCoefficient, 0.003, 0.03);
        require("power-kw", powerKw, 5, 2_000);
        require("usable-kwh", usableKwh, 5, 500);
        require("fast-kw", fastKw, 2, 1_000);
    }

    /** A compact car of today. */
    public static OwnModel standard() {
        return new OwnModel("compact", 1_650, 0.28, 2.25, 0.009, 120, 58, true, 110);
    }

    public VehicleModel model() {
        double testMassKg = massKg + VehicleModel.TEST_LOAD_KG;
        return new VehicleModel(
                name,
                testMassKg,
                RoadLoad.of(rollingCoefficient, dragCoefficient, frontM2, testMassKg),
                powerKw,
                usableKwh,
                heatPump,
                Curve.USUAL_CHARGING.scaledBy(fastKw));
    }

    private static void require(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " must be " + low + " to " + high + ": " + value);
        }
    }
}
