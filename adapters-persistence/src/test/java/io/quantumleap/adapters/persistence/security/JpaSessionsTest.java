package io.quantumleap.adapters.persistence.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.persistence.TestDatabase;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.session.RefreshGrant;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.session.Session;
import io.quantumleap.security.session.SessionsContract;
import io.quantumleap.security.session.port.Sessions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSessionsTest extends SessionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final JpaSessions sessions = new JpaSessions(DATABASE.unitOfWork());

    @Override
    protected Sessions sessions() {
        SecurityTables.clear(DATABASE);
        return sessions;
    }

    @Override
    protected UnitOfWork work() {
        return DATABASE.unitOfWork();
    }

    @Override
    protected UserId user() {
        UserId id = new UserId(UUID.randomUUID());
        Username name = new Username("user-" + id);
        new JpaAccounts(DATABASE.unitOfWork())
                .add(new Account(id, name, Set.of(Role.CLIENT), false, false, NOW, new PasswordHash("hash")));
        return id;
    }

    @Test
    void letsOnlyOneOfManyUseARefreshToken() {
        RefreshToken token = RefreshToken.random(new SecureRandom());
        SessionId id = new SessionId(UUID.randomUUID());
        Session session = new Session(id, user(), NOW, NOW, NOW.plus(Duration.ofDays(1)), "", null);
        sessions.add(session, new RefreshGrant(token.digest(), id, NOW.plusSeconds(60), null));

        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> useOnce(token, id)))
                .toList();

        assertThat(attempts.stream().filter(CompletableFuture::join).count()).isOne();
    }

    private boolean useOnce(RefreshToken token, SessionId id) {
        return DATABASE.unitOfWork().run(() -> {
            RefreshGrant grant = sessions.lock(token.digest()).orElseThrow();
            if (grant.usedAt().isPresent()) {
                return false;
            }
            RefreshToken next = RefreshToken.random(new SecureRandom());
            sessions.rotate(grant, new RefreshGrant(next.digest(), id, NOW.plusSeconds(60), null), NOW);
            return true;
        });
    }

    @Test
    void storesNoRefreshTokenInTheClear() {
        RefreshToken token = RefreshToken.random(new SecureRandom());
        SessionId id = new SessionId(UUID.randomUUID());
        Session session = new Session(id, user(), NOW, NOW, NOW.plus(Duration.ofDays(1)), "", null);
        sessions.add(session, new RefreshGrant(token.digest(), id, NOW.plusSeconds(60), null));

        List<?> rows = DATABASE.unitOfWork().with(manager -> manager.createNativeQuery(
                        "SELECT r::text FROM refresh_token r UNION ALL" + " SELECT s::text FROM sign_in_session s")
                .getResultList());
        assertThat(rows.toString()).contains(token.digest().hex()).doesNotContain(token.secret());
    }
}
