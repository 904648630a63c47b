package io.quantumleap.app.browser;

import io.quantumleap.app.it.ServerProcess.SignIn;
import io.quantumleap.app.it.SharedServer;

/** The packaged server, as the browser meets it. */
final class Site {

    private Site() {}

    static String url() {
        return SharedServer.running().url();
    }

    static SignIn administrator() {
        return SharedServer.running().firstSignIn();
    }
}
