package io.quantumleap.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.port.Sessions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of sessions must do. */
public abstract class SessionsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sessions sessions;
    private UnitOfWork work;
    private UserId anna;
    private UserId ben;

    /** The empty keeper under test. */
    protected abstract Sessions sessions();

    /** Its unit of work. */
    protected abstract UnitOfWork work();

    /** Someone who can have sessions. */
    protected abstract UserId user();

    @BeforeEach
    void open() {
        sessions = sessions();
        work = work();
        anna = user();
        ben = user();
    }

    private static RefreshGrant grant(Session session) {
        return new RefreshGrant(RefreshToken.random(RANDOM).digest(), session.id(), NOW.plusSeconds(86_400), null);
    }

    private static Session session(UserId user, Instant lastUsed) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                user,
                NOW,
                lastUsed,
                NOW.plus(Duration.ofDays(14)),
                "Browser/1",
                null);
    }

    private Session kept(UserId user, Instant lastUsed) {
        Session session = session(user, lastUsed);
        work.run(() -> sessions.add(session, grant(session)));
        return session;
    }

    private boolean isLive(Session session) {
        return sessions.find(session.id()).orElseThrow().isLive(NOW);
    }

    @Test
    void findsWhatItKeeps() {
        Session session = kept(anna, NOW);

        assertThat(sessions.find(session.id())).contains(session);
        assertThat(sessions.find(new SessionId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void listsTheLiveSessionsOfAUserTheLastUsedFirst() {
        Session older = kept(anna, NOW.minusSeconds(60));
        Session newer = kept(anna, NOW);
        Session ended = kept(anna, NOW);
        kept(ben, NOW);
        work.run(() -> sessions.end(ended.id(), NOW));

        assertThat(sessions.liveOf(anna, NOW)).containsExactly(newer, older);
        assertThat(sessions.liveOf(anna, NOW.plus(Duration.ofDays(14)))).isEmpty();
    }

    @Test
    void remembersARefreshTokenAndThatItWasUsed() {
        Session session = session(anna, NOW.minusSeconds(60));
        RefreshGrant first = grant(session);
        RefreshGrant second = grant(session);
        work.run(() -> sessions.add(session, first));
        assertThat(work.run(() -> sessions.lock(first.digest()))).contains(first);

        work.run(() -> sessions.rotate(sessions.lock(first.digest()).orElseThrow(), second, NOW));

        assertThat(work.run(() -> sessions.lock(first.digest())))
                .hasValueSatisfying(used -> assertThat(used.usedAt()).contains(NOW));
        assertThat(work.run(() -> sessions.lock(second.digest()))).contains(second);
        assertThat(sessions.find(session.id()).orElseThrow().lastUsedAt()).isEqualTo(NOW);
    }

    @Test
    void knowsNoOtherRefreshToken() {
        assertThat(work.run(() -> sessions.lock(new RefreshToken("made up").digest())))
                .isEmpty();
    }

    @Test
    void endsASessionOnce() {
        Session session = kept(anna, NOW);
        work.run(() -> sessions.end(session.id(), NOW));
        work.run(() -> sessions.end(session.id(), NOW.plusSeconds(5)));
        work.run(() -> sessions.end(new SessionId(UUID.randomUUID()), NOW));

        assertThat(sessions.find(session.id()).orElseThrow().endedAt()).contains(NOW);
    }

    @Test
    void endsAllSessionsOfAUserAndNoOthers() {
        Session one = kept(anna, NOW);
        Session two = kept(anna, NOW);
        Session bens = kept(ben, NOW);
        work.run(() -> sessions.endAllOf(anna, NOW));

        assertThat(isLive(one)).isFalse();
        assertThat(isLive(two)).isFalse();
        assertThat(isLive(bens)).isTrue();
    }

    @Test
    void endsAllSessionsOfAUserButOne() {
        Session one = kept(anna, NOW);
        Session two = kept(anna, NOW);
        Session bens = kept(ben, NOW);
        work.run(() -> sessions.endOthersOf(anna, two.id(), NOW));

        assertThat(isLive(one)).isFalse();
        assertThat(isLive(two)).isTrue();
        assertThat(isLive(bens)).isTrue();
    }

    @Test
    void forgetsWhatEndedLongAgo() {
        Session ended = kept(anna, NOW);
        Session live = kept(anna, NOW);
        work.run(() -> sessions.end(ended.id(), NOW));

        work.run(() -> sessions.forgetEndedBefore(NOW));
        assertThat(sessions.find(ended.id())).isPresent();

        work.run(() -> sessions.forgetEndedBefore(NOW.plusSeconds(1)));
        assertThat(sessions.find(ended.id())).isEmpty();
        assertThat(sessions.find(live.id())).isPresent();

        work.run(() -> sessions.forgetEndedBefore(NOW.plus(Duration.ofDays(15))));
        assertThat(sessions.find(live.id())).isEmpty();
    }
}
