package dev.convoy.fleet;

import dev.convoy.runtime.RandomStream;

/** Draws from a named stream of random numbers. */
final class Chance {
    private static final double CHUNK = 0x1.0p-16;

    private RandomStream stream;

    private Chance(RandomStream stream) {
        this.stream = stream;
    }

    static Chance named(long seed, String name) {
        return new Chance(RandomStream.named(seed, name));
    }

    double between(double low, double high) {
        return low + (high - low) * stream.nextDouble();
    }

    boolean happens(double probability) {
        return stream.nextDouble() < probability;
    }

    /** A whole number from 0 to below the limit. */
    int below(int limit) {
        return (int) (stream.nextDouble() * limit);
    }

    /** Near to normal: the sum of twelve uniform numbers, which never strays beyond six deviations. */
    double normal(double mean, double deviation) {
        double sum = 0;
        for (int word = 0; word < 3; word++) {
            long bits = stream.nextLong();
            sum += (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        }
        return mean + deviation * (sum * CHUNK - 6);
    }

    long state() {
        return stream.state();
    }

    void continueFrom(long state) {
        stream = RandomStream.restored(state);
    }
}
