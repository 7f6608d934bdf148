package dev.convoy.fleet;

import dev.convoy.runtime.RandomStream;
import dev.convoy.sampling.SymmetricDirichlet;
import dev.convoy.vehicle.VehicleModel;
import java.util.ArrayList;
import java.util.List;

/** Which section a vehicle is at home in, where vehicles stay, and how frequent each model of car is there. */
final class LocalMix {
    private final long seed;
    private final int sections;
    private final List<VehicleModel> roster;
    /** By section and model; empty where all models are as frequent. */
    private final List<double[]> shares = new ArrayList<>();

    private LocalMix(long seed, int sections, List<VehicleModel> roster) {
        this.seed = seed;
        this.sections = sections;
        this.roster = roster;
    }

    /** All models as frequent everywhere. */
    static LocalMix even(List<VehicleModel> roster) {
        return new LocalMix(0, 1, roster);
    }

    /** @param alpha of the Dirichlet distribution that the shares of each section are drawn from */
    static LocalMix drawn(long seed, int sections, List<VehicleModel> roster, double alpha) {
        LocalMix mix = new LocalMix(seed, sections, roster);
        for (int section = 0; section < sections; section++) {
            RandomStream random = RandomStream.named(seed, "section/" + section + "/models");
            mix.shares.add(SymmetricDirichlet.shares(roster.size(), alpha, random));
        }
        return mix;
    }

    /** From 0; the same whatever else is drawn for the vehicle. */
    static int home(long seed, String vehicle, int sections) {
        return Chance.named(seed, "vehicle/" + vehicle + "/home").below(sections);
    }

    /** @param position in [0, 1), drawn evenly */
    VehicleModel model(String vehicle, double position) {
        if (shares.isEmpty()) {
            return roster.get((int) (position * roster.size()));
        }
        double[] own = shares.get(home(seed, vehicle, sections));
        double left = position;
        for (int i = 0; i < own.length - 1; i++) {
            left -= own[i];
            if (left < 0) {
                return roster.get(i);
            }
        }
        return roster.get(own.length - 1);
    }
}
