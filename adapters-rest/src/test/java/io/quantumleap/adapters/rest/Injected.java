package io.quantumleap.adapters.rest;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Does what the container does for fields marked with {@link Inject}. */
public final class Injected {

    private Injected() {}

    /** Fills each such field with the first part of a fitting type. */
    public static <T> T into(T target, Object... parts) {
        for (Field field : target.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                fill(target, field, parts);
            }
        }
        return target;
    }

    private static void fill(Object target, Field field, Object... parts) {
        Object part = Arrays.stream(parts)
                .filter(field.getType()::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing fits " + field));
        try {
            field.setAccessible(true);
            field.set(target, part);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
