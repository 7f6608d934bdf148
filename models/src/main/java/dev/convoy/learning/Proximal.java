package dev.convoy.learning;

/**
 * FedProx's term, which holds local training near the model it goes back to: mu / 2 times the squared distance from it is
 * added to the loss (Li et al. 2020, Federated Optimization in Heterogeneous Networks, MLSys, equation 2), and so
 * mu (w - base) to the gradient that the updater is given.
 *
 * @param base the global model that was adopted last
 */
public record Proximal(double mu, Parameters base) implements GradientTerm {
    public Proximal {
        if (!(mu >= 0 && mu < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mu must be 0 or more: " + mu);
        }
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public float at(int index, float parameter) {
        return (float) mu * (parameter - base.get(index));
    }
}
