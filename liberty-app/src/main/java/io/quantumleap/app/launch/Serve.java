package io.quantumleap.app.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a packaged server as a child of this program, and never longer: when this program is told to end (Ctrl-C, a
 * termination signal to it alone), it stops the server, waits until it is down, and ends with status 0. When the server ends
 * by itself, its status becomes that of this program.
 */
public final class Serve {

    private static final String PREFIX = "quantumleap.";

    /** What a shell sees after an interrupt and after a termination signal. */
    private static final Set<Integer> STOPPED_ON_REQUEST = Set.of(130, 143);

    private final Process server;
    private final AtomicBoolean endedByItself = new AtomicBoolean();

    private Serve(Process server) {
        this.server = server;
    }

    /**
     * Runs the server until it or this program ends.
     *
     * @param arguments the folder of the server installation, and one for its logs and caches
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Clean, because builds with fixed timestamps look unchanged to the server's cache of unpacked jars.
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(arguments[0], "bin", "server").toString(), "run", "defaultServer", "--clean")
                .inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // What a server generates stays out of the folder that a package is made of.
        builder.environment().putIfAbsent("WLP_OUTPUT_DIR", arguments[1]);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> builder.environment().put(variable(name), System.getProperty(name)));
        new Serve(builder.start()).attend();
    }

    private void attend() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-server"));
        int status = server.waitFor();
        endedByItself.set(true);
        System.exit(STOPPED_ON_REQUEST.contains(status) ? 0 : status);
    }

    /** Runs when this program is told to end. Leaves without the rest of it, so that nothing reports a failure. */
    private void stop() {
        if (endedByItself.get()) {
            return;
        }
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException goNow) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
