package dev.convoy.fleet;

/**
 * How a driver decides at one station, after what route planners of today do: charge if the car's own estimate with a
 * margin of a tenth would end below a reserve of 10 to 15 %, and then to about 80 %, but at least what is needed. Often
 * a driver stops for a coffee in any case, and charges meanwhile.
 *
 * @param reserve the charge the driver wants to have left at the next stop
 * @param target the charge the driver usually leaves with
 * @param overheadMs to find the plug and to pay
 * @param pauses whether the driver stops here in any case
 */
record Habit(double reserve, double target, long overheadMs, boolean pauses) {
    private static final double SAFETY = 1.1;
    private static final double MOST = 0.97;
    /** The share of stations at which a driver stops anyway, and charges meanwhile if it is worth while. */
    private static final double PAUSES = 0.6;

    private static final double WORTH_WHILE = 0.15;

    static Habit drawn(long seed, String vehicle, long stretch, double reserve) {
        Chance chance = Chance.named(seed, "vehicle/" + vehicle + "/habit/" + stretch);
        return new Habit(
                reserve + chance.between(0, 0.05),
                chance.between(0.75, 0.9),
                (long) chance.between(60_000, 180_000),
                chance.happens(PAUSES));
    }

    /** @param need the part of full charge that the way to the next stop takes, as the car estimates it */
    boolean charges(double shownCharge, double need) {
        return mustCharge(shownCharge, need) || (pauses && shownCharge < target - WORTH_WHILE);
    }

    /** Whether the driver dares not go on without; else a charge is welcome only. */
    boolean mustCharge(double shownCharge, double need) {
        return shownCharge - SAFETY * need < reserve;
    }

    double target(double need) {
        return Math.min(MOST, Math.max(target, leastFor(need)));
    }

    /** The least charge to set out with. */
    double leastFor(double need) {
        return Math.min(MOST, SAFETY * need + reserve);
    }
}
