package dev.convoy.world;

import dev.convoy.runtime.RandomStream;
import java.time.Duration;

/**
 * Smooth chance over place and run time: mean 0, variance 1, correlated over a length and a period. Each corner of a
 * grid has a value that follows from seed, name and corner alone, and between corners values are blended; so any place
 * and instant can be asked in any order.
 */
final class NoiseField {
    private static final double CHUNK = 0x1.0p-16;
    private static final double SQRT_3 = 1.7320508075688772;

    private final long key;
    private final double lengthKm;
    private final double periodMs;

    NoiseField(long seed, String name, double lengthKm, Duration period) {
        this.key = RandomStream.named(seed, name).nextLong();
        this.lengthKm = lengthKm;
        this.periodMs = period.toMillis();
    }

    double at(double km, double timeMs) {
        double x = km / lengthKm;
        double y = timeMs / periodMs;
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double right = blend(x - column);
        double later = blend(y - row);
        double a = (1 - right) * (1 - later);
        double b = right * (1 - later);
        double c = (1 - right) * later;
        double d = right * later;
        double sum = a * corner(column, row)
                + b * corner(column + 1, row)
                + c * corner(column, row + 1)
                + d * corner(column + 1, row + 1);
        return sum / Math.sqrt(a * a + b * b + c * c + d * d);
    }

    /** Near to normal: the sum of four uniform numbers cut from one word, which needs no logarithm. */
    private double corner(long column, long row) {
        long word = RandomStream.restored(key ^ (column * 0xD6E8FEB86659FD93L + row * 0xA0761D6478BD642FL))
                .nextLong();
        double sum = ((word & 0xFFFF) + (word >>> 16 & 0xFFFF) + (word >>> 32 & 0xFFFF) + (word >>> 48)) * CHUNK;
        return (sum - 2) * SQRT_3;
    }

    private static double blend(double x) {
        return x * x * (3 - 2 * x);
    }
}
