package dev.convoy.experiments.config.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the shape of a type. */
final class Shapes {
    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Integer.class, int.class, Long.class, long.class, Double.class, double.class, Boolean.class, boolean.class);

    private Shapes() {}

    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> raw = PRIMITIVES.getOrDefault(type, (Class<?>) type);
        if (Scalars.SHAPES.containsKey(raw)) {
            return Scalars.SHAPES.get(raw);
        }
        Optional<Method> parse = staticMethod(raw, "parse", String.class);
        boolean oneWord = parse.isPresent() && raw.isRecord() && raw.getRecordComponents().length == 1;
        Optional<Shape> structure = oneWord ? Optional.empty() : structure(raw);
        return parse.<Shape>map(method -> new ParsedShape(raw, text -> call(method, text), structure))
                .or(() -> structure)
                .orElseThrow(() -> new IllegalArgumentException("a configuration cannot hold a " + type));
    }

    /** A type's own default, if it has one. */
    static Optional<Object> standard(Class<?> type) {
        return staticMethod(type, "standard").map(Shapes::call);
    }

    private static Shape ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return new OptionalShape(of(arguments[0]));
        }
        if (type.getRawType() == List.class) {
            return new ListShape(of(arguments[0]));
        }
        if (type.getRawType() == Map.class) {
            return new MapShape(of(arguments[0]), of(arguments[1]));
        }
        throw new IllegalArgumentException("a configuration cannot hold a " + type);
    }

    private static Optional<Shape> structure(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(new WordShape(type));
        }
        if (type.isRecord()) {
            return Optional.of(new RecordShape(type));
        }
        return type.isInterface() && type.isSealed() ? Optional.of(new KindShape(type)) : Optional.empty();
    }

    private static Optional<Method> staticMethod(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getMethod(name, parameters);
            boolean fits = Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType());
            return fits ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Object call(Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw refusal(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a constructor or a parser threw: its refusal of a value, or else a fault of ours. */
    static IllegalArgumentException refusal(InvocationTargetException e) {
        if (e.getCause() instanceof IllegalArgumentException refusal) {
            return refusal;
        }
        throw new IllegalStateException(e.getCause());
    }
}
