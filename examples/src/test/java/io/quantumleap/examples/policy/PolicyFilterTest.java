package io.quantumleap.examples.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Access;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.AccessRules;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.PathTemplate;
import io.quantumleap.security.access.RateClass;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilterTest {

    private static final AccessRules RULES = new AccessRules(List.of(
            new AccessRule("GET", new PathTemplate("/orders/{id}"), Access.signedIn(), RateClass.READ, 0),
            new AccessRule("POST", new PathTemplate("/prices"), Access.anyRole(Role.ADVISER), RateClass.WRITE, 1_000),
            new AccessRule("GET", new PathTemplate("/hello"), Access.everyone(), RateClass.PAGE, 0)));

    private static int status(String method, String path, @Nullable Role role) throws IOException, ServletException {
        AtomicInteger status = new AtomicInteger(500);
        HttpServletRequest request = played(HttpServletRequest.class, (name, argument) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> "/shop" + path;
            case "getContextPath" -> "/shop";
            default -> null;
        });
        HttpServletResponse response = played(HttpServletResponse.class, (name, argument) -> {
            if (name.equals("sendError") && argument instanceof Integer code) {
                status.set(code);
            }
            return null;
        });
        Optional<Caller> caller = Optional.ofNullable(role)
                .map(known -> new Caller(
                        new UserId(UUID.randomUUID()), "anna", Set.of(known), new SessionId(UUID.randomUUID())));
        new PolicyFilter(RULES, anyone -> caller)
                .doFilter(request, response, (passedRequest, passedResponse) -> status.set(200));
        return status.get();
    }

    private interface Part {
        @Nullable
        Object answer(String method, @Nullable Object firstArgument);
    }

    private static <T> T played(Class<T> type, Part part) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> part.answer(method.getName(), arguments == null ? null : arguments[0])));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /hello, , 200",
        "GET, /orders/7, , 401",
        "GET, /orders/7, CLIENT, 200",
        "POST, /prices, CLIENT, 403",
        "POST, /prices, ADVISER, 200",
        "DELETE, /orders/7, ADMIN, 403",
        "GET, /forgotten, ADMIN, 403",
        "GET, /orders/../prices, ADMIN, 403"
    })
    void enforcesTheTable(String method, String path, @Nullable Role role, int status)
            throws IOException, ServletException {
        assertThat(status(method, path, role)).isEqualTo(status);
    }
}
