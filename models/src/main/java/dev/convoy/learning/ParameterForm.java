package dev.convoy.learning;

import java.util.Optional;

/** What a flat vector must look like to be the parameters of learners of one kind in one workload. */
public interface ParameterForm {
    /** Most values such a vector can have. */
    int most();

    /** Why this vector is none, as a clause; empty if it is one. Whether its values are finite is asked elsewhere. */
    Optional<String> flaw(Parameters parameters);

    /** Any vector of this size. */
    static ParameterForm ofSize(int size) {
        return new ParameterForm() {
            @Override
            public int most() {
                return size;
            }

            @Override
            public Optional<String> flaw(Parameters parameters) {
                return parameters.size() == size
                        ? Optional.empty()
                        : Optional.of("it has " + parameters.size() + " parameters, the learner has " + size);
            }
        };
    }
}
