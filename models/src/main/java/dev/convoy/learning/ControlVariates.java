package dev.convoy.learning;

/**
 * SCAFFOLD's term, which turns the steps of a node from its own optimum to that of all (Karimireddy et al. 2020,
 * "SCAFFOLD: Stochastic Controlled Averaging for Federated Learning", algorithm 1): c - c_i is added to the gradient.
 *
 * @param own c_i, an estimate of the gradient on the node's data
 * @param all c, the mean of those of all nodes
 */
public record ControlVariates(Parameters own, Parameters all) implements GradientTerm {
    public ControlVariates {
        if (own.size() != all.size()) {
            throw new IllegalArgumentException("expected " + own.size() + " numbers: " + all.size());
        }
    }

    @Override
    public int size() {
        return own.size();
    }

    @Override
    public float at(int index, float parameter) {
        return all.get(index) - own.get(index);
    }
}
