package io.quantumleap.app.it.ledger;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ServerProcess;
import java.util.List;

/** Two instances of the packaged server on the PostgreSQL of the first, with its first user signed in at both. */
final class TwoServers implements AutoCloseable {

    private final ServerProcess first;
    private final ServerProcess second;
    private final List<ApiClient> clients;

    private TwoServers(ServerProcess first, ServerProcess second) {
        this.first = first;
        this.second = second;
        this.clients = List.of(
                first.client().signedIn(first.firstSignIn()), second.client().signedIn(first.firstSignIn()));
    }

    static TwoServers start() {
        ServerProcess first = setup().start().awaitReady();
        try {
            ServerProcess second = setup().beside(first).start();
            try {
                return new TwoServers(first, second.awaitReady());
            } catch (RuntimeException | AssertionError failure) {
                second.close();
                throw failure;
            }
        } catch (RuntimeException | AssertionError failure) {
            first.close();
            throw failure;
        }
    }

    /** Nobody is held to an allowance: all writers have one address and one name. */
    private static ServerProcess.Setup setup() {
        String plenty = "1000000/PT1M";
        return ServerProcess.setup()
                .with("quantumleap.limit.write.user", plenty)
                .with("quantumleap.limit.write.address", plenty);
    }

    /** The one whose database it is. */
    ServerProcess first() {
        return first;
    }

    ServerProcess second() {
        return second;
    }

    /** Their user at the one and at the other. */
    List<ApiClient> clients() {
        return clients;
    }

    @Override
    public void close() {
        try {
            second.close();
        } finally {
            first.close();
        }
    }
}
