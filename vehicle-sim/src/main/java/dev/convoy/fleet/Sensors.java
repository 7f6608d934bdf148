package dev.convoy.fleet;

import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.world.Air;
import dev.convoy.world.Wave;

/** What a vehicle measures of itself and its surroundings: with noise, and rounded as its fields say. */
final class Sensors {
    private static final VehicleField[] FIELDS = VehicleField.values();
    private static final double TEMPERATURE_BIAS_K = 0.5;
    private static final double BATTERY_TEMPERATURE_BIAS_K = 1;
    private static final double TEMPERATURE_SD_K = 0.2;
    private static final double BATTERY_TEMPERATURE_SD_K = 0.3;
    private static final double WIND_SD_MPS = 1;
    private static final double PRECIPITATION_SD = 0.15;
    private static final double CHARGE_SD = 0.003;
    private static final double ABSENT = Double.NaN;

    private final Chance chance;
    private final double temperatureBiasK;
    private final double batteryTemperatureBiasK;

    /** Each thermometer is off by as much all its life, which is the first that is drawn. */
    Sensors(Chance chance) {
        this.chance = chance;
        this.temperatureBiasK = chance.between(-TEMPERATURE_BIAS_K, TEMPERATURE_BIAS_K);
        this.batteryTemperatureBiasK = chance.between(-BATTERY_TEMPERATURE_BIAS_K, BATTERY_TEMPERATURE_BIAS_K);
    }

    long state() {
        return chance.state();
    }

    void continueFrom(long state) {
        chance.continueFrom(state);
    }

    /** What lies ahead by the map; absent where there is no station. */
    record Ahead(double stationKm, double nextLegKm, double climbM, double typicalCongestion, double margin) {
        static final Ahead NOTHING = new Ahead(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);
    }

    /** What the car knows of itself. */
    record Self(
            Traits traits,
            double charge,
            double batteryC,
            double kwhPer100Km,
            double speedKmh,
            double auxiliaryKw,
            double positionKm) {}

    FieldValues read(Self self, Ahead ahead, Air air, double shareOfDay) {
        double[] values = new double[FIELDS.length];
        set(values, VehicleField.STATE_OF_CHARGE, held(self.charge() + chance.normal(0, CHARGE_SD)));
        set(values, VehicleField.CAPACITY_KWH, self.traits().model().usableKwh());
        set(values, VehicleField.TEMPERATURE_C, air.temperatureC() + chance.normal(temperatureBiasK, TEMPERATURE_SD_K));
        set(
                values,
                VehicleField.BATTERY_TEMPERATURE_C,
                self.batteryC() + chance.normal(batteryTemperatureBiasK, BATTERY_TEMPERATURE_SD_K));
        set(values, VehicleField.CONSUMPTION_KWH_PER_100KM, self.kwhPer100Km());
        set(values, VehicleField.STATION_DISTANCE_KM, ahead.stationKm());
        set(values, VehicleField.NEXT_LEG_KM, ahead.nextLegKm());
        set(values, VehicleField.CLIMB_M, ahead.climbM());
        set(values, VehicleField.HEAD_WIND_MPS, air.headWindMps() + chance.normal(0, WIND_SD_MPS));
        double gauge = 1 + chance.normal(0, PRECIPITATION_SD);
        set(values, VehicleField.PRECIPITATION_MM_PER_H, air.precipitationMmPerHour() * gauge);
        set(values, VehicleField.HOUR_SINE, Wave.sine(shareOfDay));
        set(values, VehicleField.HOUR_COSINE, Wave.cosine(shareOfDay));
        set(values, VehicleField.TYPICAL_CONGESTION, ahead.typicalCongestion());
        set(values, VehicleField.SPEED_KMH, self.speedKmh());
        set(values, VehicleField.AUXILIARY_KW, self.auxiliaryKw());
        set(values, VehicleField.AGE_YEARS, self.traits().ageYears());
        set(values, VehicleField.RESERVE_MARGIN, ahead.margin());
        set(values, VehicleField.POSITION_KM, self.positionKm());
        return FieldValues.of(values);
    }

    private static void set(double[] values, VehicleField field, double value) {
        values[field.ordinal()] = field.field().quantise(value);
    }

    private static double held(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }
}
