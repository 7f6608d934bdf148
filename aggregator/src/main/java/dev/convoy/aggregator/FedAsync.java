package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * Asynchronous federated optimisation (Xie, Koyejo, Gupta 2019, algorithm 1): every update is mixed into the current
 * model as it arrives, w = (1 - a) w + a y with a = alpha s, where s is the staleness weight. The mix is with the
 * current w, not with the one the node started from: a stale update also pulls back what came between.
 *
 * @param alpha the paper's, which tries 0.6 and 0.9
 */
public record FedAsync(double alpha) implements MemorylessStrategy {
    public FedAsync {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1]: " + alpha);
        }
    }

    public static FedAsync standard() {
        return new FedAsync(0.6);
    }

    @Override
    public Optional<ModelUpdate.Content> content() {
        return Optional.of(ModelUpdate.Content.PARAMETERS);
    }

    @Override
    public boolean oneUpdatePerNode() {
        return false;
    }

    @Override
    public void requireFits(Trigger trigger) {
        trigger.requireEachAtOnce("fedasync");
    }

    @Override
    public void requireFits(Beyond beyond) {
        beyond.requireNoDelay("fedasync");
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        Contribution update = contributions.get(0);
        double share = alpha * update.stalenessWeight();
        float[] mixed = new float[global.size()];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float)
                    ((1 - share) * global.get(i) + share * update.parameters().get(i));
        }
        return new Merged(Parameters.of(mixed), List.of(share));
    }
}
