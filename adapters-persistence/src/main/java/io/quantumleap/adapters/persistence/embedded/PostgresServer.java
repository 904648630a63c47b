package io.quantumleap.adapters.persistence.embedded;

import io.quantumleap.adapters.persistence.DatabaseUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs PostgreSQL's own programs on one data folder. Not safe for use by many threads. */
final class PostgresServer {

    static final String ADMINISTRATOR = "postgres";

    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;
    private static final List<String> WORTH_ANOTHER_TRY =
            List.of("could not bind", "Address already in use", "pre-existing shared memory block");

    /** The state behind the name in {@code /proc/PID/stat}. */
    private static final Pattern DEFUNCT = Pattern.compile("\\) [ZX] ");

    private final Path programs;
    private final Path directory;
    private final Path data;
    private final Path startLog;
    private final Map<String, String> settings;

    PostgresServer(Path programs, Path directory, Map<String, String> settings) {
        this.programs = programs;
        this.directory = directory;
        this.data = directory.resolve("data");
        this.startLog = directory.resolve("start.log");
        this.settings = settings;
    }

    /** Makes the data folder if it is not there, closed to everyone without the password from the first moment on. */
    void initialise(Path passwordFile) throws IOException {
        if (Files.exists(data)) {
            requireSameMajorVersion();
            return;
        }
        Path aside = directory.resolve("initialising");
        if (Files.exists(aside)) {
            PostgresBinaries.delete(aside);
        }
        Output made = run(
                "initdb",
                "--pgdata=" + aside,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (made.status() != 0) {
            throw refused("could not be initialised", made.text());
        }
        Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @param wanted the port, or zero for any free one
     * @return the port
     */
    int start(int wanted) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = wanted == 0 ? freePort() : wanted;
            Files.deleteIfExists(startLog);
            Output started = run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=" + PATIENCE.toSeconds(),
                    "--pgdata=" + data,
                    "--log=" + startLog,
                    "--options=" + options(port));
            if (started.status() == 0) {
                return port;
            }
            String reason = Files.exists(startLog) ? Files.readString(startLog) : started.text();
            if (attempt == ATTEMPTS || WORTH_ANOTHER_TRY.stream().noneMatch(reason::contains)) {
                throw refused("did not start", reason);
            }
            pause();
        }
    }

    /** Whether the process that the data folder names is there and is a server. */
    boolean isRunning() throws IOException {
        return Files.exists(pidFile())
                && recordedProcess().filter(process -> !isStranger(process)).isPresent();
    }

    /** Stops the server if it runs, without waiting for its clients to leave, and clears away what a killed one left. */
    void stop() throws IOException {
        if (isRunning()) {
            Output stopped = run(
                    "pg_ctl", "stop", "--mode=fast", "--wait", "--timeout=" + PATIENCE.toSeconds(), "--pgdata=" + data);
            // It may have been killed in between.
            if (stopped.status() != 0 && isRunning()) {
                throw refused("did not stop", stopped.text());
            }
        }
        Files.deleteIfExists(pidFile());
    }

    /**
     * Clears what a killed program left behind: stops its server if that still runs, and removes the pid file if the
     * number in it belongs to nobody or to a stranger by now. Call it only while holding the folder's lock.
     */
    void clearLeftovers() throws IOException {
        if (isRunning()) {
            LOG.log(System.Logger.Level.WARNING, "Stopping the embedded database that a killed program left running.");
        }
        stop();
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Optional<ProcessHandle> recordedProcess() throws IOException {
        try (var lines = Files.lines(pidFile(), StandardCharsets.UTF_8)) {
            return lines.findFirst()
                    .map(String::trim)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> !isDefunct(process.pid()));
        }
    }

    /** A process that has ended but whose end nobody has taken note of, as in a container without an init process. */
    private static boolean isDefunct(long process) {
        Path status = Path.of("/proc", Long.toString(process), "stat");
        try {
            return Files.exists(status)
                    && DEFUNCT.matcher(Files.readString(status)).find();
        } catch (IOException goneMeanwhile) {
            return true;
        }
    }

    /** A process whose program is known and is not PostgreSQL got the number after the server had died. */
    private static boolean isStranger(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> !Path.of(command).endsWith("postgres"))
                .orElse(false);
    }

    private void requireSameMajorVersion() throws IOException {
        String found = Files.readString(data.resolve("PG_VERSION")).trim();
        Output own = run("postgres", "--version");
        if (!own.text().matches("(?s).*\\) " + found + "[.\\s].*")) {
            throw new DatabaseUnavailableException(
                    "The data in " + data + " belongs to PostgreSQL " + found + " but this program brings "
                            + own.text().trim() + ": use the program that wrote it, or another folder.",
                    null);
        }
    }

    private String options(int port) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", InetAddress.getLoopbackAddress().getHostAddress());
        all.put("unix_socket_directories", "");
        all.put("password_encryption", "scram-sha-256");
        all.put("max_connections", "50");
        all.put("shared_buffers", "64MB");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("lc_messages", "C");
        all.put("idle_in_transaction_session_timeout", "300000");
        // Customers' data stays out of the log: no statement, no detail, no row of a failed COPY.
        all.put("log_min_error_statement", "panic");
        all.put("log_error_verbosity", "terse");
        all.put("logging_collector", "on");
        all.put("log_directory", "log");
        all.put("log_filename", "postgresql-%a.log");
        all.put("log_truncate_on_rotation", "on");
        all.put("log_rotation_age", "1440");
        all.put("log_rotation_size", "0");
        all.putAll(settings);
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        all.forEach((name, value) -> options.addAll(List.of("-c", "'" + name + "=" + value + "'")));
        return String.join(" ", options);
    }

    private Output run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(exitStatus(process), text);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it sees an ordinary user instead. */
    private List<String> asOrdinaryUser() throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"))
                && "root".equals(System.getProperty("user.name"));
        return root ? List.of("unshare", "--user") : List.of();
    }

    private static int exitStatus(Process process) throws IOException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("A program of the embedded database did not end.");
            }
            return process.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a program of the embedded database ran.", stop);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the embedded database was to start.", stop);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private DatabaseUnavailableException refused(String what, String output) {
        String reason = output.lines()
                .filter(line -> line.contains("FATAL") || line.contains("error:") || line.contains("unshare"))
                .findFirst()
                .or(() -> output.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse("no reason given");
        return new DatabaseUnavailableException(
                "The embedded database in " + directory + " " + what + " (" + reason.trim()
                        + "). A PostgreSQL server can be named instead with quantumleap.database.url.",
                null);
    }

    private record Output(int status, String text) {}
}
