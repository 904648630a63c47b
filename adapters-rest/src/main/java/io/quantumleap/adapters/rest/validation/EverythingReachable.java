package io.quantumleap.adapters.rest.validation;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * Lets every field be validated. What is validated here are request records, never entities; the default resolver would ask
 * the JPA provider whether a field is loaded, and in the server it finds one of another class loader than the application's.
 */
public class EverythingReachable implements TraversableResolver {

    /** For the container, which finds the name of this class in {@code validation.xml}. */
    public EverythingReachable() {}

    @Override
    public boolean isReachable(
            @Nullable Object object, Path.Node node, Class<?> root, Path path, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object object, Path.Node node, Class<?> root, Path path, ElementType elementType) {
        return true;
    }
}
