package io.quantumleap.app.it;

/** One server for all tests of a run that only use it. The first who asks starts it; it ends with the run. */
public final class SharedServer {

    private SharedServer() {}

    /** The server, ready. */
    public static ServerProcess running() {
        return Holder.SERVER;
    }

    /** A client that is signed in as the generated first user. */
    public static ApiClient administrator() {
        return running().client().signedIn(running().firstSignIn());
    }

    private static final class Holder {

        static final ServerProcess SERVER = start();

        private static ServerProcess start() {
            ServerProcess server = ServerProcess.setup().start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server.awaitReady();
        }
    }
}
