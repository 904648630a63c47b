package io.quantumleap.adapters.rest.chat.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Speaks the chat completions of OpenAI, well and badly, as a test tells it. */
public final class StandInProvider implements AutoCloseable {

    /** How to answer one request. */
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    public StandInProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
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
    }

    public List<JsonObject> requests() {
        return requests;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try (var reader = Json.createReader(new StringReader(body))) {
                requests.add(reader.readObject());
            }
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            next().answer(exchange);
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
        return exchange -> {
            OutputStream out = open(exchange);
            for (String piece : pieces) {
                event(out, chunk(Json.createObjectBuilder().add("content", piece), null));
            }
            end(out, "stop");
        };
    }

    /** Asks for a tool, its arguments cut into pieces as providers do. */
    public static Behaviour calling(String tool, String arguments) {
        return exchange -> {
            OutputStream out = open(exchange);
            int middle = arguments.length() / 2;
            event(out, chunk(call(0, "call_1", tool, arguments.substring(0, middle)), null));
            event(out, chunk(call(0, null, null, arguments.substring(middle)), null));
            end(out, "tool_calls");
        };
    }

    /** Answers with an error status, as providers word it: with more than we want to repeat. */
    public static Behaviour failing(int status) {
        return exchange -> {
            byte[] body = "{\"error\":{\"message\":\"Incorrect API key provided: sk-secret-key\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Streams a piece and closes the connection without an end. */
    public static Behaviour cutAfter(String piece) {
        return exchange -> {
            OutputStream out = open(exchange);
            event(out, chunk(Json.createObjectBuilder().add("content", piece), null));
        };
    }

    /** Streams a piece and then nothing more until the provider is closed. */
    public Behaviour stallingAfter(String piece) {
        return exchange -> {
            OutputStream out = open(exchange);
            if (!piece.isEmpty()) {
                event(out, chunk(Json.createObjectBuilder().add("content", piece), null));
            }
            awaitRelease();
        };
    }

    /** Streams a piece again and again, and tells when the other side has hung up. */
    public static Behaviour tricklingUntilNobodyReads(String piece, CountDownLatch noticed) {
        return exchange -> {
            try {
                OutputStream out = open(exchange);
                while (noticed.getCount() > 0) {
                    event(out, chunk(Json.createObjectBuilder().add("content", piece), null));
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

    /** Sends no header before the provider is closed. */
    public Behaviour silent() {
        return exchange -> awaitRelease();
    }

    /** Answers 200 with something that is no chat completion. */
    public static Behaviour babbling() {
        return exchange -> {
            OutputStream out = open(exchange);
            out.write("data: {\"choices\": [{\"delta\": \n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
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

    private static void end(OutputStream out, String reason) throws IOException {
        event(out, chunk(Json.createObjectBuilder(), reason));
        JsonObject usage = Json.createObjectBuilder()
                .add("id", "x")
                .add("object", "chat.completion.chunk")
                .add("choices", Json.createArrayBuilder())
                .add(
                        "usage",
                        Json.createObjectBuilder()
                                .add("prompt_tokens", 120)
                                .add("completion_tokens", 7)
                                .add("total_tokens", 127))
                .build();
        event(out, usage);
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void event(OutputStream out, JsonObject chunk) throws IOException {
        out.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static JsonObject chunk(JsonObjectBuilder delta, String reason) {
        JsonObjectBuilder choice = Json.createObjectBuilder().add("index", 0).add("delta", delta);
        if (reason != null) {
            choice.add("finish_reason", reason);
        } else {
            choice.addNull("finish_reason");
        }
        return Json.createObjectBuilder()
                .add("id", "x")
                .add("object", "chat.completion.chunk")
                .add("created", 1)
                .add("model", "stand-in")
                .add("choices", Json.createArrayBuilder().add(choice))
                .build();
    }

    private static JsonObjectBuilder call(int index, String id, String tool, String arguments) {
        JsonObjectBuilder function = Json.createObjectBuilder();
        if (tool != null) {
            function.add("name", tool);
        }
        JsonObjectBuilder call = Json.createObjectBuilder().add("index", index);
        if (id != null) {
            call.add("id", id).add("type", "function");
        }
        JsonArrayBuilder calls =
                Json.createArrayBuilder().add(call.add("function", function.add("arguments", arguments)));
        return Json.createObjectBuilder().add("tool_calls", calls);
    }
}
