package dev.convoy.world;

/** Everything outside the vehicles, as functions of place and run time. */
public record World(
        Corridor corridor,
        Stations stations,
        ElevationProfile elevation,
        Calendar calendar,
        Weather weather,
        Traffic traffic,
        Drifts drifts) {
    public static World of(WorldConfig config, long seed) {
        Calendar calendar = new Calendar(config.start());
        ElevationProfile elevation = new ElevationProfile(config);
        Corridor corridor = new Corridor(config);
        Drifts drifts = Drifts.of(config.drift(), corridor);
        return new World(
                corridor,
                new Stations(corridor, drifts),
                elevation,
                calendar,
                new Weather(calendar, elevation, drifts, seed),
                new Traffic(calendar, drifts, seed),
                drifts);
    }
}
