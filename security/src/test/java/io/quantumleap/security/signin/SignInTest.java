package io.quantumleap.security.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.OverloadedException;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordHash;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.testing.SignInWorld;
import io.quantumleap.security.token.AccessTokenClaims;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final Password WRONG = new Password("not the password at all");
    private static final ClientAddress AWAY = ClientAddress.of("198.51.100.7");

    private final SignInWorld world = new SignInWorld();
    private Account anna;

    @BeforeEach
    void annaExists() {
        anna = world.person("anna", Role.ADVISER);
    }

    private SignIn.Result attempt(String name, Password password, ClientAddress from) {
        return world.signIn.signIn(name, password, from, "a browser");
    }

    private SignIn.Result wrong() {
        return attempt("anna", WRONG, SignInWorld.HOME);
    }

    private SignIn.Result right(ClientAddress from) {
        return attempt("anna", SignInWorld.PASSWORD, from);
    }

    @Test
    void admitsWhoKnowsThePassword() {
        Admission admission = world.admitted("anna");

        AccessTokenClaims claims = world.signed.get(0);
        assertThat(claims.subject()).isEqualTo(anna.id());
        assertThat(claims.roles()).isEqualTo(Set.of(Role.ADVISER));
        assertThat(claims.session()).isEqualTo(admission.session().id());
        assertThat(Duration.between(claims.issuedAt(), claims.expiresAt())).isEqualTo(Duration.ofMinutes(10));
        assertThat(world.sessions.find(admission.session().id())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "ANNA", "  Anna "})
    void doesNotCareHowTheNameWasTyped(String typed) {
        assertThat(attempt(typed, SignInWorld.PASSWORD, SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "nobody", "", "x", "' OR 1=1 --", "a name with spaces", "admin\u0000"})
    void answersAWrongPasswordAndAnUnknownNameAlikeAfterTheSameWork(String name) {
        int before = world.hasher.comparisons.get();

        assertThat(attempt(name, WRONG, AWAY)).isEqualTo(new SignIn.Result.Refused());
        assertThat(world.hasher.comparisons.get() - before).isEqualTo(1);
    }

    @Test
    void refusesABarredAccountAlikeAfterTheSameWork() {
        world.accounts.update(anna.withDisabled(true));

        assertThat(right(SignInWorld.HOME)).isEqualTo(new SignIn.Result.Refused());
        assertThat(world.hasher.comparisons).hasValue(1);
    }

    @Test
    void makesAGuesserWaitLongerEachTime() {
        for (int i = 0; i < 5; i++) {
            assertThat(wrong()).isInstanceOf(SignIn.Result.Refused.class);
        }
        assertThat(wrong()).isEqualTo(new SignIn.Result.TooMany(Duration.ofSeconds(30)));
        assertThat(right(SignInWorld.HOME)).isEqualTo(new SignIn.Result.TooMany(Duration.ofSeconds(30)));

        world.clock.pass(Duration.ofSeconds(30));
        assertThat(wrong()).isInstanceOf(SignIn.Result.Refused.class);
        assertThat(wrong()).isEqualTo(new SignIn.Result.TooMany(Duration.ofMinutes(1)));
    }

    @Test
    void neverMakesAnyoneWaitLongerThanAQuarterOfAnHour() {
        for (int i = 0; i < 30; i++) {
            wrong();
            world.clock.pass(Duration.ofMinutes(15));
        }
        wrong();
        assertThat(wrong()).isEqualTo(new SignIn.Result.TooMany(Duration.ofMinutes(15)));

        world.clock.pass(Duration.ofMinutes(15));
        assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void isNotProlongedByHammering() {
        for (int i = 0; i < 500; i++) {
            wrong();
        }
        world.clock.pass(Duration.ofSeconds(30));

        assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void startsCountingAnewAfterSuccess() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(wrong()).isInstanceOf(SignIn.Result.Refused.class);
            }
            assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
        }
    }

    @Test
    void letsTheOwnerInFromElsewhereWhileSomeoneGuesses() {
        for (int i = 0; i < 20; i++) {
            wrong();
        }
        assertThat(right(AWAY)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void slowsDownGuessesAtOneNameFromManyAddresses() {
        int admitted = 0;
        for (int i = 0; i < 200; i++) {
            SignIn.Result result = attempt("anna", WRONG, ClientAddress.of("203.0.113." + i));
            admitted += result instanceof SignIn.Result.Refused ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(50);
        assertThat(right(AWAY)).isInstanceOf(SignIn.Result.TooMany.class);

        world.clock.pass(Duration.ofMinutes(1));
        assertThat(right(AWAY)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void cannotBeUsedToLockTheOwnerOutOfAKnownAddress() {
        assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
        for (int day = 0; day < 7; day++) {
            for (int i = 0; i < 255; i++) {
                attempt("anna", WRONG, ClientAddress.of("203.0.113." + i));
            }
            assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
            world.clock.pass(Duration.ofDays(1));
        }
    }

    @Test
    void slowsDownGuessesAtManyNamesFromOneAddress() {
        int admitted = 0;
        for (int i = 0; i < 200; i++) {
            admitted += attempt("name" + i, WRONG, AWAY) instanceof SignIn.Result.Refused ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(100);
        assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void countsTheSixtyFourthPartOfAnIpv6AddressAsOne() {
        for (int i = 0; i < 5; i++) {
            attempt("anna", WRONG, ClientAddress.of("2001:db8:1:2::" + i));
        }
        assertThat(attempt("anna", WRONG, ClientAddress.of("2001:db8:1:2:ffff:0:0:1")))
                .isInstanceOf(SignIn.Result.TooMany.class);
        assertThat(attempt("anna", WRONG, ClientAddress.of("2001:db8:1:3::1")))
                .isInstanceOf(SignIn.Result.Refused.class);
    }

    @Test
    void doesNotCountAnAttemptThatItHadNoRoomToCheck() {
        world.hasher.busy(true);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::wrong).isInstanceOf(OverloadedException.class);
        }
        world.hasher.busy(false);

        assertThat(right(SignInWorld.HOME)).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void hashesAnOldHashAnewAtTheNextSignIn() {
        Account old = world.person("otto", Role.CLIENT)
                .withUpgradedHash(new PasswordHash("plain1:" + SignInWorld.PASSWORD.secret()));
        world.accounts.update(old);

        world.admitted("otto");

        assertThat(world.accounts
                        .find(new Username("otto"))
                        .orElseThrow()
                        .passwordHash()
                        .encoded())
                .startsWith("plain2:");
    }

    @Test
    void neverPrintsASecret() {
        Admission admission = world.admitted("anna");

        assertThat(admission.toString()).doesNotContain(admission.refreshToken().secret(), admission.accessToken());
        assertThat(admission.refreshToken()).hasToString("RefreshToken[not shown]");
        assertThat(anna.toString()).doesNotContain(SignInWorld.PASSWORD.secret());
        assertThat(SignInWorld.PASSWORD).hasToString("Password[not shown]");
    }

    @Test
    void forgetsOldCounts() {
        wrong();
        world.clock.pass(Duration.ofDays(2));
        new AttemptThrottle(world.throttles, new io.quantumleap.security.testing.DirectWork(), world.clock).forgetOld();

        assertThat(world.throttles.lock(ThrottleKey.pair("anna", SignInWorld.HOME)))
                .isEqualTo(ThrottleState.FRESH);
    }

    @Test
    void countsNothingWhileTooManyPasswordsAreBeingChecked() {
        SignInWorld busy = new SignInWorld();
        busy.person("anna", Role.CLIENT);
        busy.hasher.full = true;
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> busy.signIn.signIn("anna", SignInWorld.PASSWORD, SignInWorld.HOME, ""))
                    .isInstanceOf(OverloadedException.class);
        }

        busy.hasher.full = false;
        assertThat(busy.admitted("anna")).isNotNull();
    }
}
