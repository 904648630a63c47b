package io.quantumleap.security.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.signin.SignIn;
import io.quantumleap.security.testing.SignInWorld;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private final SignInWorld world = new SignInWorld();
    private Caller anna;
    private TotpSecret secret;

    @BeforeEach
    void annaHasAnApp() {
        world.person("anna", Role.CLIENT);
        anna = SignInWorld.caller(world.admitted("anna"));
        secret = world.ownSecondFactor.begin(anna, SignInWorld.PASSWORD).orElseThrow();
    }

    private String code() {
        return Totp.code(secret, Totp.step(world.clock.instant()), Totp.DIGITS);
    }

    private List<String> confirmed() {
        List<String> codes = world.ownSecondFactor.confirm(anna, code()).orElseThrow();
        world.clock.pass(Duration.ofSeconds(Totp.SECONDS));
        return codes;
    }

    private SignIn.Result signIn(String code) {
        return world.signIn.signIn("anna", SignInWorld.PASSWORD, code, SignInWorld.HOME, "");
    }

    @Test
    void isNotAskedForBeforeItIsConfirmed() {
        assertThat(signIn("")).isInstanceOf(SignIn.Result.Admitted.class);
        assertThat(world.ownSecondFactor.confirm(anna, "none")).isEmpty();
        assertThat(world.ownSecondFactor.state(anna).active()).isFalse();
    }

    @Test
    void isAskedForAfterwards() {
        assertThat(confirmed())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));

        assertThat(signIn("")).isInstanceOf(SignIn.Result.CodeNeeded.class);
        assertThat(signIn("none")).isInstanceOf(SignIn.Result.CodeWrong.class);
        assertThat(signIn(code())).isInstanceOf(SignIn.Result.Admitted.class);
        assertThat(signIn(code())).as("the same code again").isInstanceOf(SignIn.Result.CodeWrong.class);
    }

    @Test
    void isNoHintForWhoDoesNotKnowThePassword() {
        confirmed();

        assertThat(world.signIn.signIn("anna", new Password("something else"), code(), SignInWorld.HOME, ""))
                .isInstanceOf(SignIn.Result.Refused.class);
    }

    @Test
    void slowsDownWhoGuessesCodes() {
        confirmed();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("none" + i)).isInstanceOf(SignIn.Result.CodeWrong.class);
        }
        assertThat(signIn(code())).isInstanceOf(SignIn.Result.TooMany.class);
    }

    @Test
    void takesARecoveryCodeOnce() {
        List<String> codes = confirmed();
        String typed = codes.get(3).toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(signIn(typed)).isInstanceOf(SignIn.Result.Admitted.class);
        assertThat(signIn(typed)).isInstanceOf(SignIn.Result.CodeWrong.class);
        assertThat(world.ownSecondFactor.state(anna)).isEqualTo(new OwnSecondFactor.State(true, 9));
    }

    @Test
    void keepsNoRecoveryCodeInTheClear() {
        List<String> codes = confirmed();

        assertThat(world.secondFactors.lock(anna.id()).orElseThrow().recoveryDigests())
                .hasSize(10)
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"))
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void cannotBeReplacedByWhoHoldsTheSessionOnly() {
        confirmed();

        assertThat(world.ownSecondFactor.begin(anna, new Password("a guess"))).isEmpty();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> world.ownSecondFactor.begin(anna, SignInWorld.PASSWORD));
        assertThat(world.ownSecondFactor.confirm(anna, code())).isEmpty();
        assertThat(world.ownSecondFactor.giveUp(anna, "none")).isFalse();
        assertThat(world.ownSecondFactor.giveUp(anna, code())).isTrue();
        assertThat(signIn("")).isInstanceOf(SignIn.Result.Admitted.class);
    }

    @Test
    void canBeTakenByAnAdministratorFromWhoLostIt() {
        confirmed();
        world.ownSecondFactor.takeFrom(anna.id());

        assertThat(signIn("")).isInstanceOf(SignIn.Result.Admitted.class);
    }
}
