package dev.convoy.world;

/** Everything outside the vehicles, as functions of place and run time. */
public record World(
        Corridor corridor, ElevationProfile elevation, Calendar calendar, Weather weather, Traffic traffic) {
    public static World of(WorldConfig config, long seed) {
        Calendar calendar = new Calendar(config.start());
        ElevationProfile elevation = new ElevationProfile(config.lengthKm());
        return new World(
                new Corridor(config),
                elevation,
                calendar,
                new Weather(config, calendar, elevation, seed),
                new Traffic(calendar, seed));
    }
}
