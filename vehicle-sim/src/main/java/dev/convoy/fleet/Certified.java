package dev.convoy.fleet;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import dev.convoy.world.Corridor;
import java.util.List;

/** The sixteen models whose road load and energy the EPA has measured, as far as the road is not too long for them. */
public record Certified() implements ModelChoice {
    @Override
    public List<VehicleModel> models() {
        return VehicleModels.all();
    }

    @Override
    public List<VehicleModel> roster(Corridor corridor, double reserve) {
        return Roster.of(models(), corridor, reserve);
    }
}
