package io.quantumleap.adapters.rest;

import io.quantumleap.adapters.rest.json.JsonBodyReader;
import io.quantumleap.adapters.rest.json.JsonbProvider;
import io.quantumleap.adapters.rest.problem.CoreExceptionMapper;
import io.quantumleap.adapters.rest.problem.ProblemExceptionMapper;
import io.quantumleap.adapters.rest.problem.ProblemResponseFilter;
import io.quantumleap.adapters.rest.problem.RequestId;
import io.quantumleap.adapters.rest.problem.UnexpectedExceptionMapper;
import io.quantumleap.adapters.rest.problem.WebApplicationExceptionMapper;
import io.quantumleap.adapters.rest.validation.ConstraintViolationMapper;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** The JAX-RS implementation of the server, without network and container, with our providers and the given resources. */
public final class DeskServer {

    /** The request id that every answer names. */
    public static final String REQUEST_ID = "01JTEST";

    private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();
    private Runnable before = () -> {};

    public DeskServer(Object... resourcesAndFilters) {
        for (Object provider : new Object[] {
            new JsonbProvider(),
            new JsonBodyReader(),
            new ProblemResponseFilter(),
            new ProblemExceptionMapper(),
            new CoreExceptionMapper(),
            new ConstraintViolationMapper(),
            new WebApplicationExceptionMapper(),
            new UnexpectedExceptionMapper()
        }) {
            dispatcher.getProviderFactory().registerProviderInstance(provider);
        }
        for (Object given : resourcesAndFilters) {
            if (given.getClass().isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                dispatcher.getRegistry().addSingletonResource(given);
            } else {
                dispatcher.getProviderFactory().registerProviderInstance(given);
            }
        }
    }

    /** Runs something before each request, to put in place what only a container knows. */
    public void beforeEach(Runnable preparation) {
        before = preparation;
    }

    public Answer get(String uri) {
        return send("GET", uri, Map.of(), null);
    }

    public Answer post(String uri, String json) {
        return send("POST", uri, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String uri, Map<String, String> headers, byte[] body) {
        return send(method, uri, request -> {
            headers.forEach(request::header);
            if (body != null) {
                request.content(new ByteArrayInputStream(body));
            }
        });
    }

    public Answer stream(String uri, String type, InputStream body) {
        return send("POST", uri, request -> request.header("Content-Type", type).content(body));
    }

    private Answer send(String method, String uri, Consumer<MockHttpRequest> more) {
        try {
            MockHttpRequest request = MockHttpRequest.create(method, uri);
            request.setAttribute(RequestId.ATTRIBUTE, REQUEST_ID);
            more.accept(request);
            MockHttpResponse response = new MockHttpResponse();
            before.run();
            dispatcher.invoke(request, response);
            return new Answer(response);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** What came back. */
    public record Answer(MockHttpResponse raw) {

        public int status() {
            return raw.getStatus();
        }

        public String type() {
            return String.valueOf(header("Content-Type"));
        }

        public String header(String name) {
            Object value = raw.getOutputHeaders().getFirst(name);
            return value == null ? null : value.toString();
        }

        public String text() {
            try {
                return raw.getContentAsString();
            } catch (UnsupportedEncodingException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        public JsonObject json() {
            try (var reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            }
        }
    }
}
