package dev.convoy.fleet;

/**
 * What is particular to one way from the start of a section to its end.
 *
 * @param exitKm where it leaves the road, from the start of the section; infinite if it goes to the end
 * @param restMs how long the vehicle rests afterwards
 * @param restTarget the charge it is given at rest
 */
record Trip(double exitKm, double payloadKg, double tyreFactor, double styleFactor, long restMs, double restTarget) {
    private static final double STYLE_SD = 0.17;
    private static final double MS_PER_HOUR = 3.6e6;

    static Trip drawn(long seed, String vehicle, long number, double exits, double sectionKm) {
        Chance chance = Chance.named(seed, "vehicle/" + vehicle + "/trip/" + number);
        boolean leaves = chance.happens(exits);
        double exitKm = chance.between(0.05, 0.95) * sectionKm;
        return new Trip(
                leaves ? exitKm : Double.POSITIVE_INFINITY,
                chance.between(75, 325),
                chance.between(0.95, 1.1),
                StrictMath.exp(chance.normal(-STYLE_SD * STYLE_SD / 2, STYLE_SD)),
                (long) (chance.between(2, 5) * MS_PER_HOUR),
                chance.between(0.92, 1));
    }
}
