package io.quantumleap.adapters.rest.chat.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Speaks the wire format of a provider, well and badly, as a test tells it. */
public final class StandInProvider implements AutoCloseable {

    /** How to answer one request. */
    public interface Behaviour {
        void answer(HttpExchange exchange, StandInWire wire) throws IOException;
    }

    private final WireFormat format;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /** Speaks OpenAI's chat completions. */
    public StandInProvider() {
        this(WireFormat.OPENAI);
    }

    public StandInProvider(WireFormat format) {
        this.format = format;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/", this::handle);
        server.start();
    }

    public String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** Answers the next requests like this, one after the other; the last behaviour stays. */
    public StandInProvider answers(Behaviour... behaviours) {
        synchronized (script) {
            script.addAll(List.of(behaviours));
        }
        return this;
    }

    /** Forgets what was asked and how to answer. */
    public void reset() {
        synchronized (script) {
            script.clear();
        }
        requests.clear();
        authorizations.clear();
        addresses.clear();
        headers.clear();
    }

    public List<JsonObject> requests() {
        return requests;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    /** The path and the query of each request. */
    public List<String> addresses() {
        return addresses;
    }

    /** The header fields of each request, their names as the JDK writes them. */
    public List<Map<String, List<String>>> headers() {
        return headers;
    }

    private void handle(HttpExchange exchange) throws IOException {
        StandInWire wire = StandInWire.of(format);
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try (var reader = Json.createReader(new StringReader(body))) {
                requests.add(reader.readObject());
            }
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst(wire.keyHeader())));
            addresses.add(exchange.getRequestURI().toString());
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            next().answer(exchange, wire);
        }
    }

    private Behaviour next() {
        synchronized (script) {
            return script.size() > 1 ? script.poll() : script.peek();
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Streams a text in pieces and ends properly. */
    public static Behaviour saying(String... pieces) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            for (String piece : pieces) {
                wire.piece(out, piece);
            }
            wire.end(out, StandInWire.Reason.STOP);
        };
    }

    /** Asks for a tool, its arguments cut into pieces as providers do. */
    public static Behaviour calling(String tool, String arguments) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            wire.call(out, tool, arguments);
            wire.end(out, StandInWire.Reason.TOOLS);
        };
    }

    /** Answers with an error status, as providers word it: with more than we want to repeat. */
    public static Behaviour failing(int status) {
        return failing(status, 7);
    }

    /** The same, asking to be left alone for so many seconds. */
    public static Behaviour failing(int status, int retryAfter) {
        return (exchange, wire) -> {
            byte[] body = "{\"error\":{\"message\":\"Incorrect API key provided: sk-secret-key\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(retryAfter));
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Refuses what was asked, in the way of the format. */
    public static Behaviour refusing() {
        return (exchange, wire) -> wire.end(open(exchange), StandInWire.Reason.REFUSAL);
    }

    /** Streams a piece, then something that is no chunk, and goes on as if nothing had happened. */
    public static Behaviour stumblingAfter(String piece) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            wire.piece(out, piece);
            wire.babble(out);
            wire.piece(out, "more");
            wire.end(out, StandInWire.Reason.STOP);
        };
    }

    /** Fails in the middle with an error of the format's own. */
    public static Behaviour overloadedAfter(String piece) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            wire.piece(out, piece);
            wire.overloaded(out);
        };
    }

    /** Streams a text without counting tokens. */
    public static Behaviour sayingUncounted(String piece) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            wire.piece(out, piece);
            wire.end(out, StandInWire.Reason.UNCOUNTED);
        };
    }

    /** Streams a piece and closes the connection without an end. */
    public static Behaviour cutAfter(String piece) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            wire.piece(out, piece);
        };
    }

    /** Streams a piece and then nothing more until the provider is closed. */
    public Behaviour stallingAfter(String piece) {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            if (!piece.isEmpty()) {
                wire.piece(out, piece);
            }
            awaitRelease();
        };
    }

    /** Streams a piece again and again, and tells when the other side has hung up. */
    public static Behaviour tricklingUntilNobodyReads(String piece, CountDownLatch noticed) {
        return (exchange, wire) -> {
            try {
                OutputStream out = open(exchange);
                while (noticed.getCount() > 0) {
                    wire.piece(out, piece);
                    pause();
                }
            } catch (IOException hungUp) {
                noticed.countDown();
            }
        };
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    /** Sends nothing but empty comments and tells when the other side has hung up. */
    public static Behaviour thinkingUntilNobodyReads(CountDownLatch begun, CountDownLatch noticed) {
        return (exchange, wire) -> {
            try {
                OutputStream out = open(exchange);
                while (noticed.getCount() > 0) {
                    out.write(": thinking\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    begun.countDown();
                    pause();
                }
            } catch (IOException hungUp) {
                noticed.countDown();
            }
        };
    }

    /** Sends no header before the provider is closed. */
    public Behaviour silent() {
        return (exchange, wire) -> awaitRelease();
    }

    /** Answers 200 with something that is no chat completion. */
    public static Behaviour babbling() {
        return (exchange, wire) -> {
            OutputStream out = open(exchange);
            wire.babble(out);
        };
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutputStream open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }
}
