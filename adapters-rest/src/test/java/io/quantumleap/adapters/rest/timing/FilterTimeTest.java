package io.quantumleap.adapters.rest.timing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTimeTest {

    private final Map<String, Object> attributes = new HashMap<>();

    /** A request that has attributes and nothing else. */
    private final ServletRequest request = (ServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ServletRequest.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void staysTheSameForARequest() {
        assertThat(FilterTime.of(request)).isSameAs(FilterTime.of(request));
    }

    @Test
    void tellsNothingOfARequestThatAFilterRefused() {
        FilterTime time = FilterTime.of(request);
        time.run();
        time.stop();

        assertThat(time.nanoseconds()).isEmpty();
    }

    @Test
    void standsStillWhileNoFilterRuns() {
        FilterTime time = FilterTime.of(request);
        time.run();
        time.hasPassed();
        time.stop();
        long first = time.nanoseconds().orElseThrow();

        time.stop();
        assertThat(time.nanoseconds()).contains(first);
        time.run();
        time.run();
        assertThat(time.nanoseconds()).as("while it runs").contains(first);
        time.stop();
        assertThat(time.nanoseconds().orElseThrow()).isGreaterThanOrEqualTo(first);
    }

    @Test
    void isFoundFromTheRequestOfTheFrameworkToo() {
        ContainerRequestContext framework = (ContainerRequestContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> attributes.get(arguments[0]);
                    case "setProperty" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });

        assertThat(FilterTime.of(framework)).isSameAs(FilterTime.of(framework)).isSameAs(FilterTime.of(request));
    }
}
