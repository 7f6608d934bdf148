package dev.convoy.fleet;

import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Conditions;
import dev.convoy.vehicle.EnergyModel;
import dev.convoy.vehicle.Load;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.world.Corridor;
import java.util.List;

/** Which models travel a road: those that can, full and new, make its longest leg in frost with the reserve left. */
final class Roster {
    private static final double FROST_C = -10;
    private static final double CRUISE_MPS = 100 / 3.6;
    /** The health of an old battery. */
    private static final double WORN = 0.8;

    private Roster() {}

    static List<VehicleModel> of(List<VehicleModel> models, Corridor corridor, double reserve) {
        List<VehicleModel> able = models.stream()
                .filter(model -> makes(model, corridor.longestLegKm(), reserve))
                .toList();
        if (able.isEmpty()) {
            throw new IllegalArgumentException("stations-km: no vehicle makes a leg of " + corridor.longestLegKm()
                    + " km at " + FROST_C + " degrees with a reserve of " + reserve);
        }
        return able;
    }

    private static boolean makes(VehicleModel model, double legKm, double reserve) {
        Conditions frost = Conditions.steady(CRUISE_MPS, FROST_C);
        double watts = new EnergyModel(model).batteryWatts(Load.TEST, frost, 0.5, FROST_C);
        double kwh = watts / 1000 * (legKm * 1000 / CRUISE_MPS / 3600);
        return 1 - kwh / new Battery(model, WORN, 1, FROST_C).usableKwh() >= reserve;
    }
}
