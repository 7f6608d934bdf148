package dev.convoy.experiments.config.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * One component of a record.
 *
 * @param inline whether its own keys stand among those of the record
 */
record Component(String key, Shape shape, boolean inline, Method accessor) {
    static Component of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Component(
                key == null ? Words.kebab(component.getName()) : key.value(),
                Shapes.of(component.getGenericType()),
                component.isAnnotationPresent(Inline.class),
                accessor);
    }

    Object of(Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Object> of(Optional<Object> record) {
        return record.map(this::of);
    }

    RecordShape inlined() {
        return (RecordShape) shape;
    }
}
