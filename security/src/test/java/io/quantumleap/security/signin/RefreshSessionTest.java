package io.quantumleap.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import io.quantumleap.security.session.RefreshToken;
import io.quantumleap.security.testing.SignInWorld;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshSessionTest {

    private final SignInWorld world = new SignInWorld();
    private Admission first;

    @BeforeEach
    void annaIsSignedIn() {
        world.person("anna", Role.CLIENT);
        first = world.admitted("anna");
    }

    private Admission goesOn(RefreshToken token) {
        return ((RefreshSession.Result.GoesOn) world.refresh.refresh(token)).admission();
    }

    private boolean isLive(SessionId id) {
        return world.sessions.find(id).orElseThrow().isLive(world.clock.instant());
    }

    @Test
    void givesAnotherTokenEachTimeInTheSameSession() {
        Admission second = goesOn(first.refreshToken());
        Admission third = goesOn(second.refreshToken());

        assertThat(third.session().id()).isEqualTo(first.session().id());
        assertThat(third.refreshToken()).isNotIn(first.refreshToken(), second.refreshToken());
    }

    @Test
    void endsTheWholeSessionWhenATokenComesASecondTime() {
        Admission second = goesOn(first.refreshToken());

        assertThat(world.refresh.refresh(first.refreshToken())).isEqualTo(new RefreshSession.Result.Reused());
        assertThat(isLive(first.session().id())).isFalse();
        assertThat(world.refresh.refresh(second.refreshToken())).isEqualTo(new RefreshSession.Result.Refused());
    }

    @Test
    void leavesOtherSessionsAloneThen() {
        Admission other = world.admitted("anna");
        goesOn(first.refreshToken());
        world.refresh.refresh(first.refreshToken());

        assertThat(isLive(other.session().id())).isTrue();
    }

    @Test
    void refusesATokenThatItDidNotGive() {
        assertThat(world.refresh.refresh(new RefreshToken("made-up"))).isEqualTo(new RefreshSession.Result.Refused());
    }

    @Test
    void refusesATokenAfterADayWithoutUse() {
        world.clock.pass(Duration.ofDays(1));

        assertThat(world.refresh.refresh(first.refreshToken())).isEqualTo(new RefreshSession.Result.Refused());
    }

    @Test
    void endsASessionAfterFourteenDaysHoweverMuchItIsUsed() {
        Admission latest = first;
        for (int halfDay = 1; halfDay < 28; halfDay++) {
            world.clock.pass(Duration.ofHours(12));
            latest = goesOn(latest.refreshToken());
        }
        assertThat(latest.refreshExpiresIn()).isEqualTo(Duration.ofHours(12));
        world.clock.pass(Duration.ofHours(12));

        assertThat(world.refresh.refresh(latest.refreshToken())).isEqualTo(new RefreshSession.Result.Refused());
    }

    @Test
    void refusesAfterSigningOut() {
        world.signOut.signOut(SignInWorld.caller(first));

        assertThat(world.refresh.refresh(first.refreshToken())).isEqualTo(new RefreshSession.Result.Refused());
    }

    @Test
    void refusesWhenTheAccountWasBarred() {
        world.accounts.update(first.account().withDisabled(true));

        assertThat(world.refresh.refresh(first.refreshToken())).isEqualTo(new RefreshSession.Result.Refused());
    }

    @Test
    void writesTheRolesOfNowIntoTheNextToken() {
        world.accounts.update(first.account().withRoles(java.util.Set.of(Role.OPERATOR)));

        goesOn(first.refreshToken());

        assertThat(world.signed.get(1).roles()).containsExactly(Role.OPERATOR);
    }
}
