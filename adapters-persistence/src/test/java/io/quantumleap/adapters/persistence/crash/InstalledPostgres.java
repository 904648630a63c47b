package io.quantumleap.adapters.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.DatabaseSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server from the programs that are installed on this machine, with their {@code pg_dump} beside it; what the product brings
 * has none. Its data is thrown away.
 */
final class InstalledPostgres {

    private static final Path DISTRIBUTION = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "owner";
    private static final String PASSWORD = UUID.randomUUID().toString();

    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Where the newest programs are, if there are any with which a dump can be rehearsed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DISTRIBUTION)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DISTRIBUTION)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("postgres", "initdb", "pg_dump", "pg_restore")
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.comparingInt(bin ->
                            Integer.parseInt(bin.getParent().getFileName().toString())));
        }
    }

    /** Starts one in a folder of its own, with a role that is no administrator. */
    static InstalledPostgres start(Path programs, Path folder) throws Exception {
        InstalledPostgres server = new InstalledPostgres(programs, folder.resolve("data"), freePort());
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        server.run(
                "initdb",
                "--pgdata=" + server.folder,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums");
        server.run(
                "pg_ctl",
                "start",
                "--wait",
                "--pgdata=" + server.folder,
                "--log=" + folder.resolve("log"),
                "--options=-p " + server.port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off");
        server.execute("create role " + OWNER + " login password '" + PASSWORD + "'");
        return server;
    }

    /** An empty database that the role owns. */
    DatabaseSettings database(String name) throws SQLException {
        execute("create database " + name + " owner " + OWNER + " template template0");
        return DatabaseSettings.of("jdbc:postgresql://127.0.0.1:" + port + "/" + name, OWNER, PASSWORD)
                .withPool(0, 5);
    }

    /** How the PostgreSQL programs are told where a database is. */
    String url(String name) {
        return "postgresql://" + OWNER + "@127.0.0.1:" + port + "/" + name;
    }

    /** What they need besides. */
    Map<String, String> environment() {
        return Map.of("PGPASSWORD", PASSWORD, "PATH", programs + ":" + System.getenv("PATH"), "LC_ALL", "C");
    }

    void stop() throws Exception {
        run("pg_ctl", "stop", "--mode=fast", "--wait", "--pgdata=" + folder);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** PostgreSQL does not run as root; in a user namespace of its own it sees an ordinary user. */
    private void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling(program + ".txt").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolveSibling(program + ".txt"), StandardCharsets.UTF_8))
                .isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
