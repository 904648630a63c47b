package io.quantumleap.adapters.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every body that a route takes is validated, and every text in it has a bound. */
class RequestValidationTest {

    private static final Set<Class<? extends Annotation>> NOT_THE_BODY = Set.of(
            PathParam.class, QueryParam.class, HeaderParam.class, CookieParam.class, BeanParam.class, Context.class);

    /** A body without any bound. */
    record PlantedJson(String text) {}

    /** Takes a body unvalidated. */
    @Path("planted")
    static class Planted {

        @POST
        public String take(PlantedJson body) {
            return body.text();
        }
    }

    @Test
    void everyBodyIsValidated() {
        List<Class<?>> resources = RouteDeclarationTest.resources().toList();
        assertThat(resources.stream().flatMap(RequestValidationTest::bodies)).hasSizeGreaterThan(5);
        assertThat(resources.stream().flatMap(RequestValidationTest::faults)).isEmpty();
    }

    @Test
    void namesABodyThatWasForgotten() {
        assertThat(faults(Planted.class))
                .containsExactlyInAnyOrder(
                        "Planted.take takes PlantedJson without @Valid", "PlantedJson.text has no constraint");
    }

    private static Stream<Parameter> bodies(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(RequestValidationTest::isRoute)
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.getType().isRecord())
                .filter(parameter -> NOT_THE_BODY.stream().noneMatch(parameter::isAnnotationPresent));
    }

    private static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static Stream<String> faults(Class<?> resource) {
        return bodies(resource).flatMap(RequestValidationTest::faults);
    }

    private static Stream<String> faults(Parameter body) {
        Class<?> type = body.getType();
        Stream<String> unvalidated = body.isAnnotationPresent(Valid.class)
                ? Stream.empty()
                : Stream.of(body.getDeclaringExecutable().getDeclaringClass().getSimpleName() + "."
                        + body.getDeclaringExecutable().getName() + " takes " + type.getSimpleName()
                        + " without @Valid");
        Stream<String> unbounded = Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        component.getType() == String.class || Iterable.class.isAssignableFrom(component.getType()))
                .filter(component -> !isConstrained(component))
                .map(component -> type.getSimpleName() + "." + component.getName() + " has no constraint");
        return Stream.concat(unvalidated, unbounded);
    }

    private static boolean isConstrained(RecordComponent component) {
        return Arrays.stream(component.getAccessor().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
    }
}
