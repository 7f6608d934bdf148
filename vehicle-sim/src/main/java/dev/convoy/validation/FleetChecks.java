package dev.convoy.validation;

import dev.convoy.validation.Check.Subject;
import dev.convoy.validation.FleetSample.DrivenLeg;
import dev.convoy.world.Drift;
import dev.convoy.world.RoadWorks;
import dev.convoy.world.Tyres;
import dev.convoy.world.WorldConfig;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * How the simulated fleet's consumption varies among trips and with the season, against 3,345 trips that owners of VW
 * e-Golfs wrote down.
 */
final class FleetChecks {
    private static final String E_GOLF = "3,345 trips of VW e-Golfs";

    /**
     * A model's coefficient of variation. Resampled by owners rather than by trips, that of one model is good to about
     * 0.03, and ours is a mean over models on one road.
     */
    private static final double SPREAD = 0.28;

    private static final double SPREAD_TOLERANCE = 0.04;

    /**
     * January over July. The e-Golfs' means are good to 0.03 (a spread of 0.28 over some 260 trips in each month), and
     * the drivers' climate is known to about 2 degrees, which is 0.04 more; twice their sum in quadrature.
     */
    private static final double SEASON = 1.33;

    private static final double SEASON_TOLERANCE = 0.10;

    /**
     * The e-Golfs' trips went at 47 km/h on average. What a kilometre takes for heating falls with speed, so only a
     * fleet about as slow can be compared: the whole road is limited to this.
     */
    private static final double AS_SLOW_KMH = 50;

    private static final int JANUARY = 1;
    private static final int JULY = 7;
    /** A day of the year in each season. */
    private static final List<Integer> MONTHS = List.of(JANUARY, 4, JULY, 10);

    private static final int DAYS = 1;
    /** One fleet of a hundred drivers in one day's weather may differ by 0.03 from the next in either figure. */
    private static final int FLEETS = 3;

    private FleetChecks() {}

    static List<Check> all(long seed) {
        return List.of(
                check("spread of one model (CV)", spread(seed), SPREAD, SPREAD_TOLERANCE),
                check("January over July, 50 km/h", season(seed), SEASON, SEASON_TOLERANCE));
    }

    private static Check check(String name, double ours, double outside, double tolerance) {
        return new Check(Subject.FLEET, name, ours, outside, tolerance, "", E_GOLF);
    }

    /** The mean over models of the coefficient of variation over a year's legs on the standard road. */
    private static double spread(long seed) {
        Map<String, List<Double>> byModel = new TreeMap<>();
        for (int month : MONTHS) {
            for (DrivenLeg leg : legs(month, List.of(), seed)) {
                byModel.computeIfAbsent(leg.model(), model -> new ArrayList<>()).add(leg.kwhPer100Km());
            }
        }
        return mean(byModel.values().stream().map(FleetChecks::variation).toList());
    }

    private static double season(long seed) {
        Drift slow = new RoadWorks(
                Duration.ZERO,
                Duration.ofDays(DAYS),
                Optional.empty(),
                0,
                WorldConfig.standard().lengthKm(),
                AS_SLOW_KMH);
        return meanOf(legs(JANUARY, List.of(slow), seed)) / meanOf(legs(JULY, List.of(slow), seed));
    }

    /** In January everybody is on winter tyres. */
    private static List<DrivenLeg> legs(int month, List<Drift> drift, long seed) {
        List<Drift> all = new ArrayList<>(drift);
        if (month == JANUARY) {
            all.add(new Tyres(
                    Duration.ZERO, Duration.ofMillis(1), Tyres.standard().factor()));
        }
        LocalDateTime start = LocalDateTime.of(2023, month, 10, 6, 0);
        return LongStream.range(seed, seed + FLEETS)
                .boxed()
                .flatMap(each -> FleetSample.from(start, DAYS, all, each).stream())
                .toList();
    }

    private static double meanOf(List<DrivenLeg> legs) {
        return mean(legs.stream().map(DrivenLeg::kwhPer100Km).toList());
    }

    private static double variation(List<Double> numbers) {
        double mean = mean(numbers);
        return Math.sqrt(mean(numbers.stream().map(x -> (x - mean) * (x - mean)).toList())) / mean;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).average().orElseThrow();
    }
}
