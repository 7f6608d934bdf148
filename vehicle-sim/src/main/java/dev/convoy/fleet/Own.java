package dev.convoy.fleet;

import dev.convoy.vehicle.OwnModel;
import dev.convoy.vehicle.VehicleModel;
import java.util.List;

/** The user's own models, each as frequent as the others. */
public record Own(List<OwnModel> list) implements ModelChoice {
    public Own {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("list needs at least one model");
        }
        long names = list.stream().map(OwnModel::name).distinct().count();
        if (names < list.size()) {
            throw new IllegalArgumentException("list: every model needs a name of its own");
        }
    }

    public static Own standard() {
        return new Own(List.of(OwnModel.standard()));
    }

    @Override
    public List<VehicleModel> models() {
        return list.stream().map(OwnModel::model).toList();
    }
}
