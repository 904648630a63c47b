package io.quantumleap.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One run of the packaged server, with its home, its output and its port apart from every other. Everything of it lies below
 * {@code target/it} and stays there for whoever must find out why a test failed.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path TARGET = Path.of(System.getProperty("quantumleap.it.directory", "target"));
    private static final Path INSTALLATION = TARGET.resolve("liberty").resolve("wlp");
    /** A server that lives for a minute never earns back what the optimising compiler costs: starting takes half the processor time without. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final Path home;
    private final Path output;
    private final Path console;
    private final int port;

    private ServerProcess(Process process, Path home, Path output, Path console, int port) {
        this.process = process;
        this.home = home;
        this.output = output;
        this.console = console;
        this.port = port;
    }

    /** A run that can still be set up. */
    public static Setup setup() {
        return new Setup();
    }

    /** Where the server listens, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Its port. */
    public int port() {
        return port;
    }

    /** Its data folder. */
    public Path home() {
        return home;
    }

    /** Everything that it showed to whoever started it. */
    public String console() {
        return read(console);
    }

    /** Its log, one JSON object a line. */
    public List<String> log() {
        return read(output.resolve("defaultServer").resolve("logs").resolve("messages.log"))
                .lines()
                .toList();
    }

    /** The sign-in that it generated at its first start. */
    public SignIn firstSignIn() {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("first-sign-in"))) {
            lines.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new SignIn(lines.getProperty("username"), lines.getProperty("password"));
    }

    /** A client without a token. */
    public ApiClient client() {
        return new ApiClient(url());
    }

    /** Waits until it serves; fails at once when it ends instead. */
    public ServerProcess awaitReady() {
        Await.until("the server is ready", PATIENCE, () -> client().isReady(), () -> assertThat(process.isAlive())
                .as("the server ended early:%n%s", console())
                .isTrue());
        Await.until("the console says so", PATIENCE, () -> console().contains("is ready"), () -> {});
        return this;
    }

    /** Waits until it has ended and gives its exit status. */
    public int awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the server goes on:%n%s", console())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Asks it to end, as a service manager does, and waits until it has. */
    public int terminate() {
        process.destroy();
        return awaitEnd();
    }

    /** Sends it what Ctrl-C sends, and waits until it has ended. */
    public int interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        return awaitEnd();
    }

    /** Takes it away as a power failure does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** The process of its embedded database. */
    public ProcessHandle database() throws IOException {
        Path pidFile = home.resolve("database").resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** How to reach its embedded database, as the database's administrator. */
    public DatabaseSettings databaseSettings() {
        try {
            Path folder = home.resolve("database");
            String port = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                    .get(3);
            return DatabaseSettings.of(
                    "jdbc:postgresql://127.0.0.1:" + port.strip() + "/quantumleap",
                    "postgres",
                    Files.readString(folder.resolve("administrator-password")).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    /** A port that nobody listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a run can be told. */
    public static final class Setup {

        private final Path place =
                TARGET.resolve("it").resolve(UUID.randomUUID().toString()).toAbsolutePath();
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> command = new ArrayList<>();
        private Path home = place.resolve("home");
        private int port = freePort();

        private Setup() {
            Path server = INSTALLATION.toAbsolutePath();
            assertThat(server).as("build the server first: ./mvnw package").isDirectory();
            command.addAll(List.of(server.resolve("bin").resolve("server").toString(), "run", "defaultServer"));
        }

        /** On the data of an earlier run. */
        public Setup home(Path folder) {
            home = folder;
            return this;
        }

        /** On this port. */
        public Setup port(int number) {
            port = number;
            return this;
        }

        /** With a property of the configuration. */
        public Setup with(String property, String value) {
            environment.put(property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value);
            return this;
        }

        /** As a further instance on the embedded database of another, with its keys. */
        public Setup beside(ServerProcess first) {
            DatabaseSettings database = first.databaseSettings();
            return with("quantumleap.database.url", database.url())
                    .with("quantumleap.database.username", database.username())
                    .with("quantumleap.database.password", database.password())
                    .with(
                            "quantumleap.auth.master-key-file",
                            first.home().resolve("keys/master.key").toString())
                    .with("quantumleap.auth.issuer", first.url());
        }

        /** As a child of the program that {@code ./mvnw -Prun} serves with. */
        public Setup asMavenDoes() {
            command.clear();
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    TARGET.resolve("classes").toAbsolutePath().toString(),
                    "io.quantumleap.app.launch.Serve",
                    INSTALLATION.toAbsolutePath().toString(),
                    place.resolve("output").toString()));
            return this;
        }

        /** Starts it and returns at once. */
        public ServerProcess start() {
            try {
                Path output = Files.createDirectories(place.resolve("output"));
                Path console = place.resolve("console.txt");
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
                Map<String, String> own = builder.environment();
                own.keySet().removeIf(name -> name.startsWith("QUANTUMLEAP_"));
                own.put("JAVA_HOME", System.getProperty("java.home"));
                own.put("JVM_ARGS", QUICK_TO_START);
                own.put("WLP_OUTPUT_DIR", output.toString());
                own.put("QUANTUMLEAP_HOME", home.toString());
                own.put("QUANTUMLEAP_HTTP_PORT", Integer.toString(port));
                own.putAll(environment);
                return new ServerProcess(builder.start(), home, output, console, port);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A user name and a password. */
    public record SignIn(String username, String password) {}
}
