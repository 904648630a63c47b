package io.quantumleap.app.config;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Holds a database password that is put in the place of another while the server runs to the rules of the start: in production
 * mode a weak one is not taken, and the server goes on with the one that it has. Safe for use by many threads.
 */
public final class SwappedPassword {

    private final ServerSettings settings;
    private final Consumer<Fault> refused;
    private final AtomicReference<Optional<Secret>> last = new AtomicReference<>(Optional.empty());

    /** @param refused told once of each password that is not taken; what it hears names no secret */
    public SwappedPassword(ServerSettings settings, Consumer<Fault> refused) {
        this.settings = settings;
        this.refused = refused;
    }

    /** Whether this password may be used. */
    public boolean isGood(Secret offered) {
        if (settings.mode() != Mode.PRODUCTION) {
            return true;
        }
        String username = settings.database().map(ExternalDatabase::username).orElse("");
        List<Fault> faults = ProductionRules.brokenByPassword(offered.value(), username);
        if (!faults.isEmpty() && !last.getAndSet(Optional.of(offered)).equals(Optional.of(offered))) {
            faults.forEach(refused);
        }
        return faults.isEmpty();
    }
}
