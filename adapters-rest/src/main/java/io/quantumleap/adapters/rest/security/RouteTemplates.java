package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.RestApplication;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the template of a route from the annotations of the method that serves it, in the form of the access rules. */
final class RouteTemplates {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(:[^}]*)?}");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    /** As many as there are routes. */
    private static final Map<Route, Optional<String>> KNOWN = new ConcurrentHashMap<>();

    private record Route(Class<?> resource, Method method) {}

    private RouteTemplates() {}

    /** The template; empty if the class has no path, so that nobody can call what we cannot name. */
    static Optional<String> of(Class<?> resource, Method method) {
        return KNOWN.computeIfAbsent(new Route(resource, method), route -> read(resource, method));
    }

    private static Optional<String> read(Class<?> resource, Method method) {
        return path(resource).map(own -> {
            Path below = method.getAnnotation(Path.class);
            String whole = RestApplication.ROOT + "/" + own + "/" + (below == null ? "" : below.value());
            String plain = EXPRESSION.matcher(whole).replaceAll("{$1}");
            String single = SLASHES.matcher(plain).replaceAll("/");
            return single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
        });
    }

    /** The container may have made a subclass of our class, without its annotations. */
    private static Optional<String> path(Class<?> resource) {
        for (@Nullable Class<?> type = resource; type != null; type = type.getSuperclass()) {
            Path path = type.getAnnotation(Path.class);
            if (path != null) {
                return Optional.of(path.value());
            }
        }
        return Optional.empty();
    }
}
