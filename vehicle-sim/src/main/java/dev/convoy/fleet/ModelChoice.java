package dev.convoy.fleet;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.world.Corridor;
import java.util.List;

/** Which models of car travel the road. */
public sealed interface ModelChoice permits Certified, Study, Own {
    /** All models of the choice. */
    List<VehicleModel> models();

    /** Those of which a fleet on this road is drawn, with this reserve. */
    default List<VehicleModel> roster(Corridor corridor, double reserve) {
        return models();
    }
}
