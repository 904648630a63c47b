import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the protections cost and what they are worth, against a running server: the latency of one cached GET with limits on and
 * off, in alternating blocks of one run; how much of the server's time for it goes into all filters together, by the server's own
 * metrics; and the latency of other requests while somebody floods the sign-in. On a server that nobody else uses.
 *
 * <p>One file, JDK 17 alone:
 *
 * <pre>java benchmarks/load/ProtectionRun.java --url http://localhost:9080 --sign-in ~/.quantumleap/first-sign-in --flooders 64</pre>
 *
 * <p>Loopback only. It switches the feature flags {@code rate-limits} and {@code bulkheads} and leaves them on.
 */
public final class ProtectionRun {

    private static final int BLOCKS = 10;
    private static final int BLOCK = 300;
    private static final Duration FLOOD = Duration.ofSeconds(15);

    /** HTTP/1.1, so that a request waits for no other on one connection; those who flood have connections of their own. */
    private final HttpClient client = newClient();

    private final HttpClient floodClient = newClient();
    private final URI server;
    private final String token;
    private final int flooders;

    private ProtectionRun(URI server, Path signIn, int flooders) throws IOException, InterruptedException {
        this.server = server;
        this.flooders = flooders;
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(signIn)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        this.token = field("access_token", signIn(client, lines.get("username"), lines.get("password")).body());
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        URI server = URI.create(options.getOrDefault("url", "http://localhost:9080"));
        if (!List.of("localhost", "127.0.0.1").contains(server.getHost())) {
            throw new IllegalArgumentException("A load run is for a server on this machine, not for " + server.getHost());
        }
        ProtectionRun run = new ProtectionRun(
                server,
                Path.of(options.getOrDefault(
                        "sign-in", System.getProperty("user.home") + "/.quantumleap/first-sign-in")),
                Integer.parseInt(options.getOrDefault("flooders", "64")));
        run.cost();
        run.flood();
    }

    private void cost() throws Exception {
        String portfolio = field("id", send(request("/api/portfolio/sample").POST(HttpRequest.BodyPublishers.noBody())).body());
        String path = "/api/ai/performance-analytics?portfolio_id=" + portfolio + "&points=500";
        List<Long> on = new ArrayList<>();
        List<Long> off = new ArrayList<>();
        block(path, BLOCK * 3, new ArrayList<>());
        for (int i = 0; i < BLOCKS; i++) {
            limits(i % 2 == 0);
            block(path, BLOCK, i % 2 == 0 ? on : off);
        }
        limits(true);
        block(path, BLOCK * BLOCKS, on);
        System.out.println("GET " + path.replaceAll("portfolio_id=[^&]*", "portfolio_id=…"));
        System.out.println("limits on:  " + report(on));
        System.out.println("limits off: " + report(off));
        String metrics = send(request("/metrics")).body();
        double whole = median(metrics, "quantumleap_request");
        double filters = median(metrics, "quantumleap_request_filters");
        System.out.printf(
                "in the server, all filters on: p50 %.2f ms, of it filters %.2f ms: %.1f %% of the bare %.2f ms%n",
                whole, filters, 100 * filters / (whole - filters), whole - filters);
    }

    private static double median(String metrics, String name) {
        Matcher value = Pattern.compile(name + "_seconds\\{[^}]*quantile=\"0.5\"[^}]*}\\s+(\\S+)").matcher(metrics);
        if (!value.find()) {
            throw new IllegalStateException("The server's metrics have no " + name);
        }
        return Double.parseDouble(value.group(1)) * 1_000;
    }

    private void limits(boolean on) throws Exception {
        for (String flag : List.of("rate-limits", "bulkheads")) {
            HttpResponse<String> answer = send(request("/api/ops/flags/" + flag)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"on\":" + on + ",\"percentage\":100}")));
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
        }
    }

    private void flood() throws Exception {
        List<Long> quiet = new ArrayList<>();
        block("/api/portfolio", BLOCK * 3, quiet);
        AtomicBoolean over = new AtomicBoolean();
        Map<Integer, AtomicInteger> answers = new TreeMap<>();
        ExecutorService flood = Executors.newFixedThreadPool(flooders);
        for (int i = 0; i < flooders; i++) {
            int flooder = i;
            flood.execute(() -> {
                for (int attempt = 0; !over.get(); attempt++) {
                    try {
                        int status = signIn(floodClient, "flood-" + flooder + "-" + attempt, "wrong password").statusCode();
                        synchronized (answers) {
                            answers.computeIfAbsent(status, known -> new AtomicInteger()).incrementAndGet();
                        }
                    } catch (IOException | InterruptedException ended) {
                        return;
                    }
                }
            });
        }
        List<Long> during = new ArrayList<>();
        long end = System.nanoTime() + FLOOD.toNanos();
        while (System.nanoTime() < end) {
            block("/api/portfolio", 20, during);
        }
        over.set(true);
        flood.shutdownNow();
        System.out.println("GET /api/portfolio");
        System.out.println("quiet:                 " + report(quiet));
        System.out.println("during sign-in flood:  " + report(during));
        System.out.println("sign-ins in " + FLOOD.toSeconds() + " s by status: " + answers);
    }

    private void block(String path, int requests, List<Long> latencies) throws Exception {
        HttpRequest.Builder get = request(path);
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            int status = send(get).statusCode();
            latencies.add(System.nanoTime() - start);
            if (status != 200) {
                throw new IOException("status " + status);
            }
        }
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    private HttpResponse<String> signIn(HttpClient from, String name, String password)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/auth/login"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}"));
        return from.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("The answer has no " + name + ": " + json);
        }
        return value.group(1);
    }

    private static String report(List<Long> latencies) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return "%d requests, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms"
                .formatted(sorted.length, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
