package dev.convoy.vehicle;

/**
 * The efficiency of a battery by C-rate (power over capacity) and temperature: the map of the Chevrolet Bolt in
 * FASTSim 3 (cal_and_val/thermal/f3-vehicles/2020 Chevrolet Bolt EV.yaml).
 */
final class BatteryLosses {
    private static final double[] RATES = {-3, -1, 0.5, 1, 2, 3};
    private static final double[] DEGREES = {0, 23, 30, 45};
    private static final double[][] EFFICIENCY = {
        {0.894, 0.936, 0.947, 0.958},
        {0.965, 0.979, 0.982, 0.986},
        {0.982, 0.989, 0.991, 0.993},
        {0.964, 0.978, 0.982, 0.986},
        {0.925, 0.954, 0.962, 0.971},
        {0.882, 0.927, 0.941, 0.956}
    };

    private BatteryLosses() {}

    /** @param rate per hour; negative while charging */
    static double efficiency(double rate, double batteryC) {
        int row = cell(RATES, rate);
        int column = cell(DEGREES, batteryC);
        double x = part(RATES, row, rate);
        double y = part(DEGREES, column, batteryC);
        double low = EFFICIENCY[row][column] * (1 - y) + EFFICIENCY[row][column + 1] * y;
        double high = EFFICIENCY[row + 1][column] * (1 - y) + EFFICIENCY[row + 1][column + 1] * y;
        return low * (1 - x) + high * x;
    }

    private static int cell(double[] points, double x) {
        int cell = 0;
        while (cell < points.length - 2 && x >= points[cell + 1]) {
            cell++;
        }
        return cell;
    }

    private static double part(double[] points, int cell, double x) {
        double part = (x - points[cell]) / (points[cell + 1] - points[cell]);
        return Math.max(0, Math.min(1, part));
    }
}
