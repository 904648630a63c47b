package io.quantumleap.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.CreateFirstUser;
import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.PasswordFault;
import io.quantumleap.security.testing.SignInWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {

    private static final Password NEW = new Password("another lamp by the 9 rivers");

    private final SignInWorld world = new SignInWorld();
    private Admission here;
    private Admission elsewhere;

    @BeforeEach
    void annaIsSignedInTwice() {
        world.person("anna", Role.CLIENT);
        elsewhere = world.admitted("anna");
        here = world.admitted("anna");
    }

    private ChangePassword.Result change(Password current, Password wanted) {
        return world.changePassword.change(SignInWorld.caller(here), current, wanted, SignInWorld.HOME);
    }

    private boolean isLive(Admission admission) {
        return world.sessions.find(admission.session().id()).orElseThrow().isLive(world.clock.instant());
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        assertThat(change(SignInWorld.PASSWORD, NEW)).isEqualTo(new ChangePassword.Result.Changed());

        assertThat(isLive(here)).isTrue();
        assertThat(isLive(elsewhere)).isFalse();
        assertThat(world.signIn.signIn("anna", NEW, SignInWorld.HOME, "")).isInstanceOf(SignIn.Result.Admitted.class);
        assertThat(world.signIn.signIn("anna", SignInWorld.PASSWORD, SignInWorld.HOME, ""))
                .isInstanceOf(SignIn.Result.Refused.class);
    }

    @Test
    void refusesAWrongOldPasswordAndChangesNothing() {
        assertThat(change(new Password("some other old password"), NEW))
                .isEqualTo(new ChangePassword.Result.WrongPassword());
        assertThat(isLive(elsewhere)).isTrue();
        world.admitted("anna");
    }

    @Test
    void slowsDownGuessesAtTheOldPassword() {
        for (int i = 0; i < 5; i++) {
            change(new Password("some other old password"), NEW);
        }
        assertThat(change(SignInWorld.PASSWORD, NEW)).isInstanceOf(ChangePassword.Result.TooMany.class);
    }

    @Test
    void refusesANewPasswordThatIsTheOldOne() {
        assertThat(change(SignInWorld.PASSWORD, SignInWorld.PASSWORD))
                .isEqualTo(new ChangePassword.Result.PasswordRefused(java.util.List.of(PasswordFault.UNCHANGED)));
    }

    @Test
    void refusesANewPasswordThatBreaksRules() {
        assertThat(change(SignInWorld.PASSWORD, new Password("short")))
                .isInstanceOf(ChangePassword.Result.PasswordRefused.class);
    }

    @Test
    void tearsUpTheNoteWithTheFirstSignIn() {
        SignInWorld fresh = new SignInWorld();
        fresh.createFirstUser.createIfNobodyIsThere();
        Password first = fresh.note.password().orElseThrow();
        SignIn.Result result = fresh.signIn.signIn(CreateFirstUser.NAME.value(), first, SignInWorld.HOME, "");
        Caller admin = SignInWorld.caller(((SignIn.Result.Admitted) result).admission());

        fresh.changePassword.change(admin, new Password("not the first one at all"), NEW, SignInWorld.HOME);
        assertThat(fresh.note.password()).isPresent();

        fresh.changePassword.change(admin, first, NEW, SignInWorld.HOME);
        assertThat(fresh.note.password()).isEmpty();
    }
}
