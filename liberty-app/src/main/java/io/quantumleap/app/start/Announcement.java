package io.quantumleap.app.start;

import io.quantumleap.app.config.HttpSettings;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.Username;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells whoever started the server where to go, as soon as it answers there; the very first time with the generated sign-in,
 * which is not kept here afterwards. Safe for use by many threads.
 */
public final class Announcement {

    private static final System.Logger LOG = System.getLogger(Announcement.class.getName());
    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;
    private static final int LOOKS = 3_000;

    private final AtomicReference<String> signIn = new AtomicReference<>("");

    /** Takes up the generated sign-in of a new installation, to be shown once. */
    public void rememberSignIn(Username username, Password password) {
        signIn.set(
                "\n  Sign in as  %s%n  Password    %s%n  (shown once; also in the file first-sign-in of the data folder)\n"
                        .formatted(username, password.secret()));
    }

    /** Returns at once; the server opens its port only after the application has started. */
    void whenReady(HttpSettings http) {
        Thread thread = new Thread(() -> lookAndSay(http), "announcement");
        thread.setDaemon(true);
        thread.start();
    }

    private void lookAndSay(HttpSettings http) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                if (isReady(http)) {
                    Console.say("\nQuantum Leap is ready: " + http.url() + "\n" + signIn.getAndSet(""));
                    return;
                }
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            }
            LOG.log(System.Logger.Level.WARNING, "The server did not become ready in time.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(HttpSettings http) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(http.url() + "/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
