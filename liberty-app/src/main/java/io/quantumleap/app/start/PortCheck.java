package io.quantumleap.app.start;

import io.quantumleap.app.config.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out early whether the server will be able to listen; the server itself opens its port last. */
public final class PortCheck {

    private PortCheck() {}

    /**
     * Tries to listen, and lets go again.
     *
     * @throws StartRefusal if another program listens there, or this one may not
     */
    public static void requireFree(HttpSettings http) {
        try {
            new ServerSocket(http.port(), 1, InetAddress.getByName(http.host())).close();
        } catch (UnknownHostException failure) {
            throw new StartRefusal(
                    "The host name " + http.host() + " is not known on this machine: set quantumleap.http.host.");
        } catch (IOException failure) {
            throw new StartRefusal("Port " + http.port() + " on " + http.host() + " cannot be used ("
                    + failure.getMessage() + "): stop the program that holds it, or choose another port with"
                    + " QUANTUMLEAP_HTTP_PORT.");
        }
    }
}
