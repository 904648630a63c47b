import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A closed-loop load run against a running server: a number of users ask for the performance of the sample portfolio
 * without pause, and the run reports throughput, errors and latency percentiles.
 *
 * <p>One file, JDK 17 alone:
 *
 * <pre>java benchmarks/load/LoadRun.java --users 50 --seconds 30</pre>
 *
 * <p>Options: {@code --url} (default http://localhost:9080; loopback only), {@code --sign-in} (the file with
 * {@code username=} and {@code password=} lines, default ~/.quantumleap/first-sign-in), {@code --users}, {@code --seconds},
 * {@code --warm-up} (seconds that are not counted, default 10), {@code --path} (default: the performance of the sample
 * portfolio over its ten years against its benchmark). Exit code 1 when any request failed.
 */
public final class LoadRun {

    private static final int MOST_USERS = 500;
    private static final int MOST_SECONDS = 600;

    private final HttpClient client;
    private final URI server;
    private final Duration patience = Duration.ofSeconds(30);

    private LoadRun(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        URI server = loopback(options.getOrDefault("url", "http://localhost:9080"));
        int users = bounded(options.getOrDefault("users", "50"), MOST_USERS);
        int seconds = bounded(options.getOrDefault("seconds", "30"), MOST_SECONDS);
        int warmUp = bounded(options.getOrDefault("warm-up", "10"), MOST_SECONDS);
        Path signIn = Path.of(options.getOrDefault(
                "sign-in", System.getProperty("user.home") + "/.quantumleap/first-sign-in"));

        LoadRun run = new LoadRun(server);
        String token = run.signIn(signIn);
        String path = options.containsKey("path") ? options.get("path") : run.performanceOfTheSample(token);
        run.drive(path, token, users, warmUp);
        Outcome outcome = run.drive(path, token, users, seconds);
        System.out.println(outcome.report(path, users, seconds));
        System.exit(outcome.errors() == 0 && outcome.latencies().length > 0 ? 0 : 1);
    }

    private String signIn(Path file) throws IOException, InterruptedException {
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String body = "{\"username\":\"" + lines.get("username") + "\",\"password\":\"" + lines.get("password") + "\"}";
        HttpRequest login = to("/api/auth/login")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return field("access_token", expect(200, login));
    }

    private String performanceOfTheSample(String token) throws IOException, InterruptedException {
        HttpRequest load = to("/api/portfolio/sample")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String id = field("id", send(load).body());
        HttpRequest instruments = to("/api/market/instruments?limit=200")
                .header("Authorization", "Bearer " + token)
                .build();
        Matcher index = Pattern.compile("\"symbol\"\\s*:\\s*\"([^\"]*INDEX[^\"]*)\"").matcher(send(instruments).body());
        String benchmark =
                index.find() ? "&benchmark=" + URLEncoder.encode(index.group(1), StandardCharsets.UTF_8) : "";
        return "/api/ai/performance-analytics?portfolio_id=" + id + "&points=500" + benchmark;
    }

    private Outcome drive(String path, String token, int users, int seconds) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(users);
        try {
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            HttpRequest request = to(path).header("Authorization", "Bearer " + token).build();
            List<Callable<Visit>> visits = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                visits.add(() -> visit(request, end));
            }
            List<Visit> done = new ArrayList<>();
            for (Future<Visit> visit : crowd.invokeAll(visits)) {
                done.add(visit.get());
            }
            return Outcome.of(done);
        } finally {
            crowd.shutdownNow();
        }
    }

    private Visit visit(HttpRequest request, long end) throws InterruptedException {
        List<Long> latencies = new ArrayList<>();
        int errors = 0;
        long bytes = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = send(request);
                bytes += answer.body().length();
                if (answer.statusCode() != 200) {
                    errors++;
                }
            } catch (IOException failure) {
                errors++;
            }
            latencies.add(System.nanoTime() - start);
        }
        return new Visit(latencies, errors, bytes);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(patience);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String expect(int status, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != status) {
            throw new IOException("Expected " + status + " from " + request.uri() + ", got " + answer.statusCode());
        }
        return answer.body();
    }

    private static String field(String name, String json) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("The answer has no " + name + ".");
        }
        return value.group(1);
    }

    private static URI loopback(String url) {
        URI uri = URI.create(url);
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost())) {
            throw new IllegalArgumentException("A load run is for a server on this machine, not for " + uri.getHost());
        }
        return uri;
    }

    private static int bounded(String text, int most) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(text + " is not between 1 and " + most);
        }
        return number;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
        return options;
    }

    private record Visit(List<Long> latencies, int errors, long bytes) {}

    private record Outcome(long[] latencies, int errors, long bytes) {

        static Outcome of(List<Visit> visits) {
            long[] sorted = visits.stream()
                    .flatMap(visit -> visit.latencies().stream())
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            int errors = visits.stream().mapToInt(Visit::errors).sum();
            return new Outcome(sorted, errors, visits.stream().mapToLong(Visit::bytes).sum());
        }

        String report(String path, int users, int seconds) {
            return String.join(
                    System.lineSeparator(),
                    "GET " + path,
                    users + " users for " + seconds + " s: " + latencies.length + " requests, " + errors + " errors, "
                            + latencies.length / seconds + " requests/s, " + bytes / Math.max(1, latencies.length)
                            + " characters each",
                    "latency ms: p50 " + percentile(0.50) + ", p95 " + percentile(0.95) + ", p99 " + percentile(0.99)
                            + ", max " + percentile(1.0));
        }

        private String percentile(double share) {
            if (latencies.length == 0) {
                return "-";
            }
            int rank = Math.max(0, (int) Math.ceil(share * latencies.length) - 1);
            return String.format("%.1f", latencies[rank] / 1e6);
        }
    }
}
