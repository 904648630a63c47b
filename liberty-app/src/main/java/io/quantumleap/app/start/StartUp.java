package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.DatabaseException;
import io.quantumleap.adapters.persistence.security.UnusableKeyException;
import io.quantumleap.adapters.rest.portfolio.preset.BrokerPresets;
import io.quantumleap.adapters.rest.portfolio.preset.InvalidPresetException;
import io.quantumleap.app.config.InvalidSettingsException;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.security.account.CreateFirstUser;
import io.quantumleap.security.token.RotateKeys;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the installation up before the first request, in this order: settings, folder, import presets, port, database, keys, first
 * user.
 * Whatever the
 * operator can mend ends the program with one sentence and a status; a server without its application would help nobody.
 */
@ApplicationScoped
public class StartUp {

    /** The status of a program that refused to start. */
    public static final int REFUSED = 3;

    private static final System.Logger LOG = System.getLogger(StartUp.class.getName());

    private volatile boolean complete;

    /** Whether everything that a request may need is there. */
    public boolean isComplete() {
        return complete;
    }

    /** Everything is asked for lazily, so that failures surface here and in this order. */
    void bringUp(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class) Object event,
            Instance<ServerSettings> settings,
            Instance<BrokerPresets> presets,
            Instance<InstalledDatabase> database,
            Instance<RotateKeys> keys,
            Instance<CreateFirstUser> firstUser,
            Announcement announcement) {
        try {
            ServerSettings known = settings.get();
            HomeFolder.prepare(known.home());
            presets.get();
            PortCheck.requireFree(known.http());
            complete(database.get(), keys, firstUser);
            announcement.whenReady(known.http());
        } catch (RuntimeException | Error failure) {
            end(failure);
        }
    }

    private void complete(InstalledDatabase opened, Instance<RotateKeys> keys, Instance<CreateFirstUser> firstUser) {
        try {
            keys.get().prepare();
            firstUser.get().createIfNobodyIsThere();
            complete = true;
        } catch (RuntimeException | Error failure) {
            opened.close();
            throw failure;
        }
    }

    /** Leaves at once: an orderly end would first finish a start that makes no sense any more. */
    private static void end(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        LOG.log(sentence.isPresent() ? Level.INFO : Level.ERROR, "The start was given up", failure);
        Console.complain("Quantum Leap did not start. "
                + sentence.orElse("This is a fault of the program; the lines above and the log say more."));
        Runtime.getRuntime().halt(REFUSED);
    }

    private static Optional<String> sentence(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusal
                    || cause instanceof DatabaseException
                    || cause instanceof UnusableKeyException
                    || cause instanceof InvalidPresetException
                    || cause instanceof InvalidSettingsException) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
