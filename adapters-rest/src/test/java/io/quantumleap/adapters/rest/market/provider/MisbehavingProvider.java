package io.quantumleap.adapters.rest.market.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in for a provider on this machine that does what it is told, once for each request, and remembers who asked. */
public final class MisbehavingProvider implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedDeque<Behaviour> script = new ConcurrentLinkedDeque<>();
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    /** What to do with one request. */
    @FunctionalInterface
    public interface Behaviour {

        /** Answers, or does not. */
        void answer(HttpExchange exchange) throws IOException;
    }

    public MisbehavingProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI());
        Behaviour next = script.size() > 1 ? script.poll() : script.peek();
        try {
            (next == null ? status(404) : next).answer(exchange);
        } finally {
            exchange.close();
        }
    }

    /** Does these in turn, and the last one from then on. */
    public MisbehavingProvider does(Behaviour... behaviours) {
        script.clear();
        script.addAll(List.of(behaviours));
        return this;
    }

    /** Everything that was asked. */
    public List<URI> asked() {
        return asked;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public static Behaviour status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public static Behaviour body(String type, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Behaviour json(String text) {
        return body("application/json", text.replace('\'', '"'));
    }

    /** A series of one day. */
    public static Behaviour series(String date, String close) {
        return json("{'Meta Data': {'2. Symbol': 'X'}, 'Time Series (Daily)': {'" + date + "': {'1. open': '" + close
                + "', '2. high': '" + close + "', '3. low': '" + close + "', '4. close': '" + close
                + "', '5. volume': '1000'}}}");
    }

    /** Promises more than it sends. */
    public static Behaviour cutOff() {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write("{\"Time Series (Daily)\": {".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Begins to answer and never ends, until the other side leaves. */
    public static Behaviour endless(String piece) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(bytes);
                }
            } catch (IOException theOtherSideLeft) {
                // as it should
            }
        };
    }

    /** Sends the head of an answer and then nothing, until the other side leaves. */
    public static Behaviour silent(CountDownLatch release) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            try {
                release.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
