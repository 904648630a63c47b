package io.quantumleap.adapters.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.ServerAccess;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No route without a rule, no rule without a route. */
class RouteDeclarationTest {

    /** A resource that nobody declared. */
    @Path("planted")
    static class Planted {

        @GET
        @Path("{id: [0-9]+}/thing")
        public String thing() {
            return "";
        }
    }

    @Test
    void everyRouteIsDeclared() {
        assertThat(routes()).isNotEmpty();
        assertThat(undeclared(routes()))
                .as("routes that no access rule declares")
                .isEmpty();
    }

    @Test
    void everyRuleHasARoute() {
        Set<String> ruled = ServerAccess.rules().all().stream()
                .filter(rule -> rule.path().text().startsWith("/api/"))
                .map(AccessRule::route)
                .collect(Collectors.toCollection(TreeSet::new));
        ruled.removeAll(routes());

        assertThat(ruled).as("rules for routes that are not there").isEmpty();
    }

    @Test
    void namesARouteThatWasForgotten() {
        assertThat(undeclared(routesOf(Planted.class).collect(Collectors.toSet())))
                .containsExactly("GET /api/planted/{id}/thing");
    }

    private static Set<String> undeclared(Set<String> routes) {
        Set<String> left = new TreeSet<>(routes);
        ServerAccess.rules().all().forEach(rule -> left.remove(rule.route()));
        return left;
    }

    private static Set<String> routes() {
        return resources().flatMap(RouteDeclarationTest::routesOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routesOf(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> verbs(method)
                .map(verb -> verb + " " + RouteTemplates.of(resource, method).orElseThrow()));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value);
    }

    /** Every class of this module that has a path. */
    static Stream<Class<?>> resources() {
        try {
            java.nio.file.Path classes = java.nio.file.Path.of(AuthResource.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
                return files
                        .filter(file -> file.toString().endsWith(".class"))
                        .map(file -> classes.relativize(file).toString())
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace(java.io.File.separatorChar, '.'))
                        .<Class<?>>map(RouteDeclarationTest::load)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, AuthResource.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
