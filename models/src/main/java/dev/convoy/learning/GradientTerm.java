package dev.convoy.learning;

/** What local training adds to the gradient of the loss before a step is taken. */
public sealed interface GradientTerm permits ControlVariates, Proximal {
    /** Of how many parameters. */
    int size();

    /** What is added for one parameter, in float32 as the gradient is. */
    float at(int index, float parameter);
}
