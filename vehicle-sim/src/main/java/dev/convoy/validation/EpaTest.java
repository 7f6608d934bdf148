package dev.convoy.validation;

import dev.convoy.vehicle.RoadLoad;
import java.util.List;

/**
 * What the EPA measured of one car on one cycle, and the road load it set on its rollers.
 *
 * @param cycle {@code udds} or {@code hwfet}
 * @param number the EPA's number of the test
 * @param wallKwhPer100Km taken from the wall, without the adjustment made for the label on the window
 */
public record EpaTest(
        String model, String cycle, String number, double weightKg, RoadLoad roadLoad, double wallKwhPer100Km) {
    private static final double KWH_PER_GALLON = 33.705;
    private static final double KM_PER_MILE = 1.609344;
    private static final double LABEL_FACTOR = 0.7;
    private static final double KG_PER_POUND = 0.45359237;
    private static final double NEWTONS_PER_POUND = 4.4482216;
    private static final double MPS_PER_MPH = 0.44704;

    public EpaTest {
        if (!(wallKwhPer100Km > 5 && wallKwhPer100Km < 50)) {
            throw new IllegalArgumentException(number + ": no car takes so much: " + wallKwhPer100Km + " kWh/100 km");
        }
    }

    /** All tests of the sixteen models, in the order of the models. */
    public static List<EpaTest> all() {
        return Resources.rows("epa-tests.csv").stream().map(EpaTest::parse).toList();
    }

    private static EpaTest parse(String row) {
        String[] cells = row.split(",", -1);
        RoadLoad load = new RoadLoad(
                Double.parseDouble(cells[4]) * NEWTONS_PER_POUND,
                Double.parseDouble(cells[5]) * NEWTONS_PER_POUND / MPS_PER_MPH,
                Double.parseDouble(cells[6]) * NEWTONS_PER_POUND / (MPS_PER_MPH * MPS_PER_MPH));
        double result = Double.parseDouble(cells[7]);
        return new EpaTest(
                cells[0],
                cells[1],
                cells[2],
                Double.parseDouble(cells[3]) * KG_PER_POUND,
                load,
                wall(result, cells[8]));
    }

    private static double wall(double result, String unit) {
        double kwhPerMile = switch (unit) {
            case "mpge" -> KWH_PER_GALLON / result;
            case "mpge-label" -> KWH_PER_GALLON / result * LABEL_FACTOR;
            case "kwh" -> result / 100;
            default -> throw new IllegalStateException("epa-tests.csv has an unknown unit: " + unit);
        };
        return 100 * kwhPerMile / KM_PER_MILE;
    }
}
