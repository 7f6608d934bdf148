package dev.convoy.world;

import java.time.Duration;

/** The weather along the road: season, time of day, height, systems that travel along the road, and drift. */
public final class Weather {
    /** As in Vienna: about 1 degree in January, 21 in July. */
    private static final double YEAR_MEAN_C = 11.25;

    private static final double YEAR_SWING_K = 10.25;
    private static final double COLDEST_DAY = 20;
    private static final double DAY_SWING_K = 3;
    private static final double WARMEST_HOUR = 15;
    private static final double LAPSE_K_PER_M = 0.0065;
    private static final double SYSTEMS_KMH = 20;
    private static final double TEMPERATURE_SD_K = 2.5;
    private static final double WIND_MEAN_MPS = 0;
    private static final double WIND_SD_MPS = 3.5;
    /** Rain falls where its field exceeds this: about a sixth of place and time. */
    private static final double DRY_BELOW = 1;

    private static final double RAIN_MM_PER_H = 1.6;

    private final Calendar calendar;
    private final ElevationProfile elevation;
    private final Drifts drifts;
    private final NoiseField temperature;
    private final NoiseField wind;
    private final NoiseField rain;

    Weather(Calendar calendar, ElevationProfile elevation, Drifts drifts, long seed) {
        this.calendar = calendar;
        this.elevation = elevation;
        this.drifts = drifts;
        this.temperature = new NoiseField(seed, "weather/temperature", 220, Duration.ofHours(14));
        this.wind = new NoiseField(seed, "weather/wind", 160, Duration.ofHours(8));
        this.rain = new NoiseField(seed, "weather/rain", 90, Duration.ofHours(4));
    }

    public Air at(double km, long timeMs) {
        double carriedKm = km - SYSTEMS_KMH * timeMs / 3.6e6;
        double degrees = climate(timeMs)
                - LAPSE_K_PER_M * (elevation.heightAt(km) - ElevationProfile.LOWLAND_M)
                + TEMPERATURE_SD_K * temperature.at(carriedKm, timeMs);
        double headWind = WIND_MEAN_MPS + WIND_SD_MPS * wind.at(carriedKm, timeMs);
        double falls = RAIN_MM_PER_H * Math.max(0, rain.at(carriedKm, timeMs) - DRY_BELOW);
        return new Air(
                degrees + drifts.temperatureShift(km, timeMs),
                headWind + drifts.headWindShift(km, timeMs),
                falls + drifts.precipitationShift(km, timeMs));
    }

    /** The usual temperature in the lowland at this date and hour. */
    private double climate(long timeMs) {
        double season = Wave.cosine((calendar.dayOfYear(timeMs) - COLDEST_DAY) / 365.25);
        double day = Wave.cosine((calendar.hourOfDay(timeMs) - WARMEST_HOUR) / 24);
        return YEAR_MEAN_C - YEAR_SWING_K * season + DAY_SWING_K * day;
    }
}
