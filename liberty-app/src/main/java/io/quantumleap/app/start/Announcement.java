package io.quantumleap.app.start;

import io.quantumleap.app.config.HttpSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Tells whoever started the server where to go, as soon as it answers there. */
final class Announcement {

    private static final System.Logger LOG = System.getLogger(Announcement.class.getName());
    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;
    private static final int LOOKS = 3_000;

    private final HttpSettings http;

    private Announcement(HttpSettings http) {
        this.http = http;
    }

    /** Returns at once; the server opens its port only after the application has started. */
    static void whenReady(HttpSettings http) {
        Thread thread = new Thread(new Announcement(http)::lookAndSay, "announcement");
        thread.setDaemon(true);
        thread.start();
    }

    private void lookAndSay() {
        try {
            for (int look = 0; look < LOOKS; look++) {
                if (isReady()) {
                    Console.say("\nQuantum Leap is ready: " + http.url() + "\n");
                    return;
                }
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            }
            LOG.log(System.Logger.Level.WARNING, "The server did not become ready in time.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() {
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
