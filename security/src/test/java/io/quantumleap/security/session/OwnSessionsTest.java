package io.quantumleap.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.signin.Admission;
import io.quantumleap.security.testing.SignInWorld;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnSessionsTest {

    private final SignInWorld world = new SignInWorld();
    private Caller anna;
    private Admission first;

    @BeforeEach
    void annaIsSignedInTwiceAndBenOnce() {
        world.person("anna", Role.CLIENT);
        world.person("ben", Role.CLIENT);
        first = world.admitted("anna");
        world.clock.pass(Duration.ofMinutes(1));
        anna = SignInWorld.caller(world.admitted("anna"));
    }

    @Test
    void listsTheLastUsedFirst() {
        assertThat(world.ownSessions.list(anna))
                .extracting(Session::id)
                .containsExactly(anna.session(), first.session().id());
    }

    @Test
    void endsOneOfThem() {
        world.ownSessions.end(anna, first.session().id());

        assertThat(world.ownSessions.list(anna)).extracting(Session::id).containsExactly(anna.session());
    }

    @Test
    void endsAllOfThemAndNobodyElses() {
        Admission ben = world.admitted("ben");
        world.ownSessions.endAll(anna);

        assertThat(world.ownSessions.list(anna)).isEmpty();
        assertThat(world.ownSessions.list(SignInWorld.caller(ben))).hasSize(1);
    }

    @Test
    void cannotEndAnothersSessionNorLearnThatItExists() {
        Admission ben = world.admitted("ben");

        assertThatThrownBy(() -> world.ownSessions.end(anna, ben.session().id()))
                .isInstanceOf(MissingObjectException.class)
                .hasMessage("You have no such session.");
        assertThatThrownBy(() -> world.ownSessions.end(anna, new SessionId(UUID.randomUUID())))
                .isInstanceOf(MissingObjectException.class)
                .hasMessage("You have no such session.");
        assertThat(world.sessions.find(ben.session().id()).orElseThrow().endedAt())
                .isEmpty();
    }

    @Test
    void keepsOnlyThePrintableStartOfAUserAgent() {
        Session session = new Session(
                anna.session(),
                anna.id(),
                world.clock.instant(),
                world.clock.instant(),
                world.clock.instant(),
                "Mozilla\r\nSet-Cookie: x=y\u0000" + "z".repeat(500),
                null);

        assertThat(session.userAgent()).hasSize(200).startsWith("MozillaSet-Cookie: x=yzzz");
    }
}
