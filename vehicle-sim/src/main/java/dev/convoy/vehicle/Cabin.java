package dev.convoy.vehicle;

/**
 * Electric power for heating and cooling. The coefficients were solved back from AAA's 2019 range tests (22 degrees
 * inside: 2.9 kW at -6.7, 0.84 kW at 35 degrees outside).
 */
final class Cabin {
    private static final double HEAT_KW_PER_K = 0.11;
    private static final double HEAT_LIMIT_KW = 5.5;
    private static final double COOL_KW_PER_K = 0.09;
    private static final double COOLING_PERFORMANCE = 2.3;
    private static final double RESISTOR_PERFORMANCE = 0.95;
    /** Sun and people warm the cabin by this much. */
    private static final double FREE_HEAT_K = 8;
    /** Below the set temperature by this much to {@link #FREE_HEAT_K}, neither is needed. */
    private static final double COOLING_STARTS_K = 3;

    /** Heat per electricity of a heat pump by outside temperature. */
    private static final Curve PUMP_PERFORMANCE = Curve.through(-15, 1.1, -7, 1.5, 0, 2.0, 7, 2.6, 15, 3.0);

    private Cabin() {}

    /** The temperature to set so that neither heating nor cooling is needed. */
    static double contentAt(double outsideC) {
        return outsideC + (FREE_HEAT_K + COOLING_STARTS_K) / 2;
    }

    static double watts(boolean heatPump, double cabinC, double outsideC) {
        double below = cabinC - outsideC;
        if (below > FREE_HEAT_K) {
            double performance = heatPump ? PUMP_PERFORMANCE.at(outsideC) : RESISTOR_PERFORMANCE;
            return 1000 * Math.min(HEAT_LIMIT_KW, HEAT_KW_PER_K * below / performance);
        }
        if (below < COOLING_STARTS_K) {
            return 1000 * COOL_KW_PER_K * (FREE_HEAT_K - below) / COOLING_PERFORMANCE;
        }
        return 0;
    }
}
