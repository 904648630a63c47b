import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many answers of the assistant at once, streamed: this program plays the model's provider, opens the streams, and measures
 * what the server adds to each token and to the first one.
 *
 * <p>One file, JDK 17 alone. Start the server with {@code quantumleap.chat.openai.base-url=http://localhost:18081/v1},
 * {@code quantumleap.chat.openai.model=stand-in} and {@code quantumleap.chat.prices=stand-in=0/0}, then
 *
 * <pre>java benchmarks/load/StreamRun.java --streams 500 --tokens 40 --pause 500 --pid SERVER</pre>
 *
 * <p>A token finishes a sentence and begins the next, so that the server, which lets a text through sentence by sentence, has
 * something to let through at each of them. What is reported for a token is the time from the provider's write to the
 * reader's receipt; with {@code --raw true} the reader asks the provider itself, which is what to compare with. Exit code 1
 * when a stream did not end as it should.
 */
public final class StreamRun {

    private static final int PROVIDER_PORT = 18_081;
    private static final Pattern NUMBER = Pattern.compile("Load run (\\d+)");
    private static final Pattern FIELD = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final String TOKEN = " it goes. And";

    private final int tokens;
    private final int pause;
    private final Map<Integer, AtomicLongArray> sent = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    private StreamRun(int tokens, int pause) {
        this.tokens = tokens;
        this.pause = pause;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        int streams = Math.min(2_000, Integer.parseInt(options.getOrDefault("streams", "500")));
        int tokens = Math.min(1_000, Integer.parseInt(options.getOrDefault("tokens", "40")));
        int pause = Integer.parseInt(options.getOrDefault("pause", "500"));
        boolean raw = Boolean.parseBoolean(options.getOrDefault("raw", "false"));
        URI server = URI.create(options.getOrDefault("url", "http://localhost:9080"));
        if (!InetAddress.getByName(server.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("only a server on this machine");
        }
        Path signIn = Path.of(options.getOrDefault(
                "sign-in", System.getProperty("user.home") + "/.quantumleap/first-sign-in"));

        StreamRun run = new StreamRun(tokens, pause);
        HttpServer provider = run.provider();
        HttpClient client = HttpClient.newHttpClient();
        try {
            String token = raw ? "" : signIn(client, server, signIn);
            if (!raw) {
                run.measure(client, request(server, token, raw, 0), 8, 0, null);
            }
            long before = heap(options.get("pid"));
            long threadsBefore = threads(options.get("pid"));
            Outcome outcome = run.measure(
                    client, request(server, token, raw, 0), streams, 10_000, options.get("pid"));
            System.out.printf(
                    "%s: %d streams of %d tokens, one each %d ms; %d whole%n",
                    raw ? "provider alone" : "server", streams, tokens, pause, outcome.whole());
            System.out.printf("first token: p50 %.1f ms, p99 %.1f ms after the provider had the request%n",
                    outcome.first(0.5), outcome.first(0.99));
            System.out.printf("request to the provider's first write: p50 %.1f ms, p99 %.1f ms%n",
                    outcome.reach(0.5), outcome.reach(0.99));
            System.out.printf(
                    "each token, write to receipt: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                    outcome.each(0.5), outcome.each(0.95), outcome.each(0.99));
            if (options.containsKey("pid")) {
                System.out.printf(
                        "server: %d threads before, %d in the middle; live heap %.1f MB before, %.1f MB in the middle:"
                                + " %.1f kB a stream%n",
                        threadsBefore,
                        outcome.threads(),
                        before / 1e6,
                        outcome.heap() / 1e6,
                        (outcome.heap() - before) / 1e3 / streams);
            }
            System.exit(outcome.whole() == streams ? 0 : 1);
        } finally {
            provider.stop(0);
        }
    }

    /** Streams to whoever asks, and notes when it wrote each token. */
    private HttpServer provider() throws IOException {
        HttpServer provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PROVIDER_PORT), 1_024);
        provider.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(null, work, "provider", 64 * 1024);
            thread.setDaemon(true);
            return thread;
        }));
        provider.createContext("/v1/", this::reply);
        provider.start();
        return provider;
    }

    private void reply(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher number = NUMBER.matcher(body);
            int index = -1;
            while (number.find()) {
                index = Integer.parseInt(number.group(1));
            }
            asked.incrementAndGet();
            AtomicLongArray times = sent.computeIfAbsent(index, any -> new AtomicLongArray(tokens + 1));
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            long begin = System.nanoTime();
            for (int i = 0; i < tokens; i++) {
                long due = begin + TimeUnit.MILLISECONDS.toNanos((long) i * pause);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                byte[] chunk = ("data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
                                + "\"delta\":{\"content\":\"" + (i == 0 ? "So" + TOKEN : TOKEN)
                                + "\"},\"finish_reason\":null}]}\n\n")
                        .getBytes(StandardCharsets.UTF_8);
                times.set(i, System.nanoTime());
                out.write(chunk);
                out.flush();
            }
            out.write(("data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},"
                            + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":" + tokens
                            + ",\"total_tokens\":" + (tokens + 9) + "}}\n\ndata: [DONE]\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static HttpRequest.Builder request(URI server, String token, boolean raw, int ignored) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        raw ? URI.create("http://localhost:" + PROVIDER_PORT + "/v1/chat") : server.resolve("/api/ai/chat"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream");
        return raw ? request : request.header("Authorization", "Bearer " + token);
    }

    private Outcome measure(HttpClient client, HttpRequest.Builder request, int streams, int from, String pid)
            throws Exception {
        List<CompletableFuture<Reader>> readers = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            int index = from + i;
            Reader reader = new Reader(index);
            HttpRequest ask = request.copy()
                    .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"Load run " + index + "\"}"))
                    .build();
            reader.begun = System.nanoTime();
            readers.add(client.sendAsync(ask, HttpResponse.BodyHandlers.fromLineSubscriber(reader))
                    .handle((response, failure) -> {
                        reader.ok = failure == null && response.statusCode() == 200;
                        if (!reader.ok) {
                            System.err.println(failure == null ? "status " + response.statusCode() : failure);
                        }
                        return reader;
                    }));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(1, (long) pause * 4 / Math.max(1, streams))));
        }
        long heap = 0;
        long threads = 0;
        if (pid != null) {
            TimeUnit.MILLISECONDS.sleep((long) pause * tokens / 3);
            threads = threads(pid);
            heap = heap(pid);
        }
        List<Reader> all = new ArrayList<>();
        for (CompletableFuture<Reader> reader : readers) {
            all.add(reader.get(3, TimeUnit.MINUTES));
        }
        return outcome(all, heap, threads);
    }

    private Outcome outcome(List<Reader> readers, long heap, long threads) {
        List<Double> first = new ArrayList<>();
        List<Double> reach = new ArrayList<>();
        List<Double> each = new ArrayList<>();
        int whole = 0;
        for (Reader reader : readers) {
            AtomicLongArray times = sent.get(reader.index);
            if (!reader.ok || times == null || reader.received.size() < tokens) {
                continue;
            }
            whole++;
            first.add((reader.received.get(0) - times.get(0)) / 1e6);
            reach.add((times.get(0) - reader.begun) / 1e6);
            for (int i = 0; i < tokens; i++) {
                each.add((reader.received.get(i) - times.get(i)) / 1e6);
            }
        }
        return new Outcome(whole, sorted(first), sorted(reach), sorted(each), heap, threads);
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private record Outcome(int whole, double[] firsts, double[] reaches, double[] all, long heap, long threads) {

        double first(double part) {
            return at(firsts, part);
        }

        double reach(double part) {
            return at(reaches, part);
        }

        double each(double part) {
            return at(all, part);
        }

        private static double at(double[] sorted, double part) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1.0, part * sorted.length)];
        }
    }

    /** Notes when each piece of text came. */
    private static final class Reader implements Flow.Subscriber<String> {

        final int index;
        final List<Long> received = new ArrayList<>();
        long begun;
        boolean ok;

        Reader(int index) {
            this.index = index;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data:") && (line.contains("\"text\":") || line.contains("\"content\":"))) {
                received.add(System.nanoTime());
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The stream is not whole, which the outcome shows.
        }

        @Override
        public void onComplete() {
            // Nothing to do.
        }
    }

    private static long heap(String pid) throws Exception {
        if (pid == null) {
            return 0;
        }
        run("jcmd", pid, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(run("jcmd", pid, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) * 1_024 : 0;
    }

    private static long threads(String pid) throws Exception {
        return pid == null ? 0 : Files.list(Path.of("/proc", pid, "task")).count();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String signIn(HttpClient client, URI server, Path file) throws Exception {
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String body = "{\"username\":\"" + lines.get("username") + "\",\"password\":\"" + lines.get("password") + "\"}";
        HttpRequest login = HttpRequest.newBuilder(server.resolve("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = client.send(login, HttpResponse.BodyHandlers.ofString()).body();
        Matcher token = FIELD.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("could not sign in: " + answer);
        }
        return token.group(1);
    }
}
