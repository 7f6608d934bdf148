package dev.convoy.vehicle;

/**
 * How a mean speed comes about on a road with stops: a car holds its cruising speed, slows down evenly, stands where it
 * stopped, and speeds up evenly again. In towns it slows down to a stand, on open roads to a share of its speed. The
 * kinetic energy belongs to the cruising speed, which is above the mean; taken from the mean and from slight slowing
 * down alone, towns would take a third too little.
 *
 * @param lowMps the speed it slows down to
 * @param stopsPerM how often it does so for each metre of road
 * @param accelerateS seconds of speeding up for one of them, likewise the others
 */
record SpeedPattern(
        double cruiseMps,
        double lowMps,
        double stopsPerM,
        double accelerateS,
        double cruiseS,
        double brakeS,
        double standS) {
    /** Of cars between a stand and cruising. An assumption. */
    static final double ACCELERATION_MPS2 = 1.0;

    static final double DECELERATION_MPS2 = 1.1;
    /** UDDS stands at 17 stops for 14 s each, 18 % of its time; denser stops are shorter. */
    private static final double STANDING_S = 14;

    private static final double STANDING_SHARE = 0.18;

    /** At the mean speed of UDDS a stop is a stand ... */
    private static final double TOWN_MPS = 9;
    /** ... and on open roads, as in HWFET, slowing down to this share of the speed. An assumption. */
    private static final double OPEN_ROAD_MPS = 20;

    private static final double OPEN_ROAD_LOW = 0.8;

    /** Stops farther apart than a thousand kilometres are none. */
    private static final double NONE_PER_M = 1e-6;

    /**
     * Where so many stops leave no such mean speed, cars speed up and slow down all the way.
     *
     * @param meanMps over all time, standing included
     */
    static SpeedPattern of(double meanMps, double stopsPerKm) {
        double stopsPerM = stopsPerKm / 1000;
        if (!(stopsPerM > NONE_PER_M)) {
            return new SpeedPattern(meanMps, meanMps, 0, 0, 1, 0, 0);
        }
        double open = Math.max(0, Math.min(1, (meanMps - TOWN_MPS) / (OPEN_ROAD_MPS - TOWN_MPS)));
        double low = OPEN_ROAD_LOW * open;
        double spacing = 1 / stopsPerM;
        double inverse = 1 / ACCELERATION_MPS2 + 1 / DECELERATION_MPS2;
        double timeLost = inverse * (1 - low) * (1 - low) / 2;
        double way = inverse * (1 - low * low) / 2;
        // a stop takes spacing / cruise + timeLost * cruise, which leaves the mean speed at the smaller cruise
        double seconds = spacing / meanMps;
        double moving = seconds - Math.min(STANDING_S, STANDING_SHARE * seconds) * (1 - open);
        double root = moving * moving - 4 * timeLost * spacing;
        double most = Math.sqrt(spacing / way);
        double cruise = moving > 0 && root > 0 ? Math.min(most, (moving - Math.sqrt(root)) / (2 * timeLost)) : most;
        double change = cruise * (1 - low);
        double accelerateS = change / ACCELERATION_MPS2;
        double brakeS = change / DECELERATION_MPS2;
        double cruiseS = Math.max(0, spacing / cruise - way * cruise);
        double standS = Math.max(0, seconds - accelerateS - brakeS - cruiseS);
        return new SpeedPattern(cruise, low * cruise, stopsPerM, accelerateS, cruiseS, brakeS, standS);
    }

    /** Seconds from one stop to the next; 1 where there is none. */
    double seconds() {
        return accelerateS + cruiseS + brakeS + standS;
    }

    /** The energy of speeding up, per kilogram and metre of road: joules, which is m/s^2. */
    double kineticPerKgM() {
        return 0.5 * (cruiseMps * cruiseMps - lowMps * lowMps) * stopsPerM;
    }
}
