package dev.convoy.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BatteryTest {
    private static final long HOUR = 3_600_000;
    private static final VehicleModel ID4 = VehicleModels.named("VW ID.4 Pro");

    @Test
    void ageAndColdTakeUsableEnergyAndLeaveTheChargeAsItIs() {
        Battery cold = new Battery(ID4, 0.9, 0.6, -20);

        assertEquals(77 * 0.9 * 0.90, cold.usableKwh(), 1e-9);
        assertEquals(0.6, cold.stateOfCharge());
        assertEquals(77, new Battery(ID4, 1, 0.6, 30).usableKwh(), 1e-9);
    }

    @Test
    void whatIsDrawnIsWhatTheChargeFallsBy() {
        Battery battery = new Battery(ID4, 1, 0.8, 25);

        assertEquals(0.1, battery.draw(7.7), 1e-12);
        assertEquals(0.7, battery.stateOfCharge(), 1e-12);
    }

    @Test
    void nothingCanBeDrawnFromAnEmptyBatteryNorPutIntoAFullOne() {
        Battery battery = new Battery(ID4, 1, 0.01, 25);
        battery.draw(5);
        assertEquals(0, battery.stateOfCharge());
        assertEquals(0.77, battery.drawnKwh(), 1e-9);

        Battery full = new Battery(ID4, 1, 1, 25);
        assertEquals(0, full.draw(-1), 1e-12);
        assertEquals(1, full.stateOfCharge());
    }

    @Test
    void whatChargersGaveIsWhatTheChargeRoseBy() {
        Battery battery = new Battery(ID4, 0.93, 0.213, 12);
        double usable = battery.usableKwh();
        long used = 0;
        for (int minute = 0; minute < 300; minute++) {
            used += battery.charge(Charger.fast(150), 0.8, 60_000);
        }

        assertEquals(0.8, battery.stateOfCharge(), 1e-12);
        assertEquals((0.8 - 0.213) * usable, battery.chargedKwh(), 1e-6);
        assertTrue(used > 20 * 60_000 && used < 60 * 60_000, "took " + used);
    }

    @Test
    void chargingSlowsDownWithTheCharge() {
        assertTrue(chargingMs(0.2, 0.4, 20) < chargingMs(0.7, 0.9, 20));
    }

    @Test
    void aColdBatteryChargesMoreSlowly() {
        double ratio = (double) chargingMs(0.2, 0.4, 0) / chargingMs(0.2, 0.4, 25);

        assertEquals(1 / 0.55, ratio, 0.1);
    }

    @Test
    void aChargerGivesNoMoreThanItHas() {
        assertEquals(50 * 0.95, Charger.fast(50).powerKw(ID4, 0.2, 25), 1e-9);
        assertEquals(11 * 0.9, Charger.wall().powerKw(ID4, 0.99, -20), 1e-9);
    }

    @Test
    void aParkedBatteryTakesTheTemperatureOfTheAirAndAWorkingOneIsWarmer() {
        Battery parked = new Battery(ID4, 1, 0.5, 20);
        Battery driving = new Battery(ID4, 1, 0.5, 20);
        for (int minute = 0; minute < 60 * 24; minute++) {
            parked.follow(-5, false, 60_000);
            driving.follow(-5, true, 60_000);
        }

        assertEquals(-5, parked.temperatureC(), 0.1);
        assertEquals(7, driving.temperatureC(), 0.1);
    }

    @Test
    void aBatteryContinuesFromWhatItWrote() throws IOException {
        Battery battery = new Battery(ID4, 0.9, 0.5, 20);
        battery.draw(3);
        battery.follow(0, true, HOUR);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        battery.write(new DataOutputStream(bytes));

        Battery other = new Battery(ID4, 0.9, 1, 0);
        other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertEquals(battery.stateOfCharge(), other.stateOfCharge());
        assertEquals(battery.temperatureC(), other.temperatureC());
        assertEquals(battery.drawnKwh(), other.drawnKwh());
    }

    @Test
    void aChargeBeyondFullIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new Battery(ID4, 1, 1.5, 20));

        assertTrue(refusal.getMessage().contains("1.5"));
    }

    private static long chargingMs(double from, double to, double batteryC) {
        return new Battery(ID4, 1, from, batteryC).charge(Charger.fast(150), to, 10 * HOUR);
    }
}
