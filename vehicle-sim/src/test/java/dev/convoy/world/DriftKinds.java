package dev.convoy.world;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/** One drift of every kind, as it is by default; a kind that is added is found here without being named. */
public final class DriftKinds {
    private DriftKinds() {}

    public static List<Drift> standard() {
        List<Drift> all = new ArrayList<>();
        for (Class<?> kind : Drift.class.getPermittedSubclasses()) {
            try {
                all.add((Drift) kind.getMethod("standard").invoke(null));
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(kind + " needs a public static standard()", e);
            }
        }
        return all;
    }
}
