package dev.convoy.aggregator.conformance;

import java.util.HashSet;
import java.util.Set;

/** The records that a sealed interface permits in the end, so that no alternative is left out. */
final class Alternatives {
    private Alternatives() {}

    static Set<Class<?>> of(Class<?> sealed) {
        Set<Class<?>> all = new HashSet<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                all.addAll(of(permitted));
            } else {
                all.add(permitted);
            }
        }
        return all;
    }
}
