package dev.convoy.learning;

import java.util.List;

/** A model that says how probable each class is for a row of scaled features. */
@FunctionalInterface
public interface Classifier {
    /** One prediction a row. A row's result can differ in the last bit with the batch it is in. */
    List<Probabilities> predict(List<float[]> rows);
}
