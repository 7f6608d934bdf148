package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import java.util.List;

/** What an update counts for by what it was made from, apart from its staleness. */
public enum Weighting {
    EQUAL {
        @Override
        double of(ModelUpdate update) {
            return 1;
        }
    },
    /** By the number of labelled rows learned from since the node's last update. */
    EXAMPLES {
        @Override
        double of(ModelUpdate update) {
            return update.examples();
        }
    },
    /** By the node's accuracy over its last decisions. */
    ACCURACY {
        @Override
        double of(ModelUpdate update) {
            return update.accuracy();
        }
    };

    abstract double of(ModelUpdate update);

    /** One weight an update, not normalised; all equal where none has any, as before the first decision. */
    List<Double> of(List<ModelUpdate> updates) {
        Weighting weighting = updates.stream().allMatch(update -> of(update) == 0) ? EQUAL : this;
        return updates.stream().map(weighting::of).toList();
    }
}
