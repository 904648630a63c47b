package io.quantumleap.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.port.Sessions;
import io.quantumleap.security.testing.InMemorySessions;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSessionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANNA = new UserId(UUID.randomUUID());
    private static final UserId BEN = new UserId(UUID.randomUUID());

    private final InMemorySessions store = new InMemorySessions();
    private int questions;
    private Runnable betweenAnswerAndReturn = () -> {};
    private long nanoTime = Long.MAX_VALUE - 500;
    private final LiveSessions live = new LiveSessions(counted(), () -> nanoTime);

    /** The store, which counts how often it is asked for a session. */
    private Sessions counted() {
        return (Sessions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Sessions.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("find")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    questions++;
                    Optional<Session> answer = store.find((SessionId) arguments[0]);
                    betweenAnswerAndReturn.run();
                    return answer;
                });
    }

    private SessionId signedIn(UserId user) {
        SessionId id = new SessionId(UUID.randomUUID());
        Session session = new Session(id, user, NOW, NOW, NOW.plus(Duration.ofDays(1)), "", null);
        RefreshToken token = RefreshToken.random(new SecureRandom());
        store.add(session, new RefreshGrant(token.digest(), id, NOW.plusSeconds(60), null));
        return id;
    }

    private boolean isLive(SessionId id) {
        return live.isLive(id, ANNA, NOW);
    }

    private void lease() {
        live.lease(nanoTime + 1_000);
    }

    @Test
    void asksEachTimeWithoutALease() {
        SessionId id = signedIn(ANNA);

        assertThat(isLive(id)).isTrue();
        assertThat(isLive(id)).isTrue();
        assertThat(questions).isEqualTo(2);
        assertThat(live.isLeased()).isFalse();
    }

    @Test
    void asksOnceWhileALeaseHolds() {
        SessionId id = signedIn(ANNA);
        lease();

        assertThat(isLive(id)).isTrue();
        assertThat(isLive(id)).isTrue();
        assertThat(questions).isOne();
    }

    @Test
    void asksAgainWhenTheLeaseHasRunOutAlthoughTheClockWentPastItsLargestNumber() {
        SessionId id = signedIn(ANNA);
        lease();
        isLive(id);

        nanoTime += 999;
        assertThat(isLive(id)).isTrue();
        assertThat(questions).isOne();
        nanoTime++;
        store.end(id, NOW);
        assertThat(isLive(id)).isFalse();
    }

    @Test
    void believesNothingThatItKnewWhenSessionsEnded() {
        SessionId id = signedIn(ANNA);
        lease();
        isLive(id);

        store.end(id, NOW);
        live.ended();
        assertThat(isLive(id)).isFalse();
        lease();
        assertThat(isLive(id)).isFalse();
    }

    @Test
    void doesNotBelieveAnAnswerFromBeforeAnEndThatArrivesAfterIt() {
        SessionId id = signedIn(ANNA);
        lease();
        betweenAnswerAndReturn = () -> {
            betweenAnswerAndReturn = () -> {};
            store.end(id, NOW);
            live.ended();
            lease();
        };

        assertThat(isLive(id)).as("the question was asked before the end").isTrue();
        assertThat(isLive(id)).isFalse();
    }

    @Test
    void keepsWhatItKnowsFromLeaseToLease() {
        SessionId id = signedIn(ANNA);
        lease();
        isLive(id);

        live.suspend();
        assertThat(isLive(id)).isTrue();
        assertThat(questions).isEqualTo(2);
        lease();
        assertThat(isLive(id)).isTrue();
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void refusesARememberedSessionThatHasExpiredMeanwhile() {
        SessionId id = signedIn(ANNA);
        lease();
        isLive(id);

        assertThat(live.isLive(id, ANNA, NOW.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void refusesARememberedSessionToAnotherUser() {
        SessionId id = signedIn(ANNA);
        lease();
        isLive(id);

        assertThat(live.isLive(id, BEN, NOW)).isFalse();
    }

    @Test
    void remembersNothingThatIsNotLive() {
        SessionId id = signedIn(ANNA);
        store.end(id, NOW);
        SessionId unknown = new SessionId(UUID.randomUUID());
        lease();

        assertThat(isLive(id)).isFalse();
        assertThat(isLive(id)).isFalse();
        assertThat(isLive(unknown)).isFalse();
        assertThat(isLive(unknown)).isFalse();
        assertThat(questions).isEqualTo(4);
    }

    @Test
    void doesNotGrowWithoutBound() {
        lease();
        SessionId first = signedIn(ANNA);
        isLive(first);
        for (int i = 0; i < LiveSessions.MOST; i++) {
            isLive(signedIn(ANNA));
        }
        int before = questions;

        assertThat(isLive(first)).isTrue();
        assertThat(questions).isEqualTo(before + 1);
    }

    /** The law: when whoever ended a session has told everyone and goes on, nobody believes in it, whatever came before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverBelievesInASessionWhoseEndWasTold(long seed) {
        Random random = new Random(seed);
        SessionId[] ids = {signedIn(ANNA), signedIn(ANNA), signedIn(ANNA)};
        for (int step = 0; step < 2_000; step++) {
            int which = random.nextInt(ids.length);
            switch (random.nextInt(6)) {
                case 0 -> lease();
                case 1 -> live.suspend();
                case 2 -> nanoTime += random.nextInt(600);
                case 3 -> {
                    store.end(ids[which], NOW);
                    live.ended();
                }
                case 4 -> ids[which] = signedIn(ANNA);
                default -> {
                    // The question itself follows.
                }
            }
            boolean truth = store.find(ids[which]).orElseThrow().isLive(NOW);
            assertThat(isLive(ids[which])).as("step " + step).isEqualTo(truth);
        }
    }
}
