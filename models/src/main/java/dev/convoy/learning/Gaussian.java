package dev.convoy.learning;

import java.util.random.RandomGenerator;

/** Numbers from the standard normal distribution (Box and Muller 1958). */
public final class Gaussian {
    private Gaussian() {}

    /** Two draws of the stream. The library's nextGaussian may change with the JDK and with the CPU. */
    public static double draw(RandomGenerator random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
