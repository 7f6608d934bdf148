package dev.convoy.runtime;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers derived from (seed, name), never from another stream's position, so that a new component
 * leaves every other stream as it was. SplitMix64 (Steele, Lea, Flood 2014), whose state is one number that can be
 * saved.
 */
public final class RandomStream implements RandomGenerator {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    public static RandomStream named(long seed, String name) {
        long hash = mix(seed + GAMMA);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ (b & 0xFF)) + GAMMA;
        }
        return new RandomStream(mix(hash));
    }

    /** Continues a stream from what {@link #state()} gave. */
    public static RandomStream restored(long state) {
        return new RandomStream(state);
    }

    public long state() {
        return state;
    }

    @Override
    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
