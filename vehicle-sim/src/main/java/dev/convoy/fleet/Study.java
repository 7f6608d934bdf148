package dev.convoy.fleet;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import java.util.List;

/** The thirteen models of the 2023 study, small batteries and all. */
public record Study() implements ModelChoice {
    @Override
    public List<VehicleModel> models() {
        return VehicleModels.ofStudy();
    }
}
