package dev.convoy.world;

import java.time.LocalDateTime;

/** The date and hour that belong to an instant of run time. */
public final class Calendar {
    private static final double MS_PER_HOUR = 3.6e6;
    private static final long MS_PER_DAY = 86_400_000;

    private final long startOfDayMs;
    private final int dayOfYear;
    private final int dayOfWeek;

    public Calendar(LocalDateTime start) {
        this.startOfDayMs = start.toLocalTime().toNanoOfDay() / 1_000_000;
        this.dayOfYear = start.getDayOfYear();
        this.dayOfWeek = start.getDayOfWeek().getValue() - 1;
    }

    /** Hours since midnight, in [0, 24). */
    public double hourOfDay(long timeMs) {
        return Math.floorMod(startOfDayMs + timeMs, MS_PER_DAY) / MS_PER_HOUR;
    }

    /** The part of the day that is over, in [0, 1). */
    public double shareOfDay(long timeMs) {
        return (double) Math.floorMod(startOfDayMs + timeMs, MS_PER_DAY) / MS_PER_DAY;
    }

    /** Days since the year began; it may exceed a year in a long run. */
    public double dayOfYear(long timeMs) {
        return dayOfYear + (double) (startOfDayMs + timeMs) / MS_PER_DAY;
    }

    public boolean weekend(long timeMs) {
        return (dayOfWeek + Math.floorDiv(startOfDayMs + timeMs, MS_PER_DAY)) % 7 >= 5;
    }

    /** Before seven or after eighteen: lights are on. */
    public boolean dark(long timeMs) {
        double hour = hourOfDay(timeMs);
        return hour < 7 || hour >= 18;
    }
}
