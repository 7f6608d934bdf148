package dev.convoy.runtime.local;

import dev.convoy.runtime.RandomStream;
import java.util.OptionalLong;

/**
 * How the local engine runs; none of it changes what comes out.
 *
 * @param threads at least 1
 * @param throughCodecs whether every message is put into bytes and read back on its way, as over Kafka
 * @param interruptions where present, the seed by which actors are cut off at random points, thrown away, and continued
 *     from an earlier snapshot
 */
public record Settings(int threads, boolean throughCodecs, OptionalLong interruptions) {
    public Settings {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed: " + threads);
        }
    }

    public static Settings of(int threads) {
        return new Settings(threads, false, OptionalLong.empty());
    }

    RandomStream interruptionsOf(String actor) {
        return RandomStream.named(interruptions.orElse(0), "interruptions/" + actor);
    }
}
