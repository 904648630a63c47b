package io.quantumleap.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.signin.Admission;
import io.quantumleap.security.signin.SignIn;
import io.quantumleap.security.testing.SignInWorld;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserAdministrationTest {

    private final SignInWorld world = new SignInWorld();

    private boolean isLive(Admission admission) {
        return world.sessions.find(admission.session().id()).orElseThrow().isLive(world.clock.instant());
    }

    @Test
    void createsAUserWhoMustChooseAnotherPassword() {
        CreateUser.Result result =
                world.createUser.create(new Username("carl"), SignInWorld.PASSWORD, Set.of(Role.CLIENT));

        Account carl = ((CreateUser.Result.Created) result).account();
        assertThat(carl.mustChangePassword()).isTrue();
        assertThat(world.admitted("carl").account()).isEqualTo(carl);
    }

    @Test
    void refusesAnEasyPasswordAndMakesNobody() {
        assertThat(world.createUser.create(new Username("carl"), new Password("password1234"), Set.of(Role.CLIENT)))
                .isInstanceOf(CreateUser.Result.PasswordRefused.class);
        assertThat(world.accounts.isEmpty()).isTrue();
    }

    @Test
    void refusesATakenNameAndARolelessUser() {
        world.person("carl", Role.CLIENT);

        assertThatThrownBy(
                        () -> world.createUser.create(new Username("carl"), SignInWorld.PASSWORD, Set.of(Role.CLIENT)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> world.createUser.create(new Username("dora"), SignInWorld.PASSWORD, Set.of()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void endsTheSessionsOfAUserWhoChanged() {
        Account carl = world.person("carl", Role.CLIENT);
        Admission session = world.admitted("carl");

        world.changeUser.change(carl.id(), new UserChange(Set.of(Role.MARKETING), null, null));

        assertThat(isLive(session)).isFalse();
        assertThat(world.admitted("carl").account().roles()).containsExactly(Role.MARKETING);
    }

    @Test
    void leavesTheSessionsAloneWhenNothingChanges() {
        Account carl = world.person("carl", Role.CLIENT);
        Admission session = world.admitted("carl");

        world.changeUser.change(carl.id(), new UserChange(Set.of(Role.CLIENT), false, null));

        assertThat(isLive(session)).isTrue();
    }

    @Test
    void barsAUser() {
        Account carl = world.person("carl", Role.CLIENT);
        Admission session = world.admitted("carl");

        world.changeUser.change(carl.id(), new UserChange(null, true, null));

        assertThat(isLive(session)).isFalse();
        assertThat(world.signIn.signIn("carl", SignInWorld.PASSWORD, SignInWorld.HOME, ""))
                .isEqualTo(new SignIn.Result.Refused());
    }

    @Test
    void keepsTheLastAdministrator() {
        Account admin = world.person("root", Role.ADMIN);
        world.accounts.update(world.person("gone", Role.ADMIN).withDisabled(true));

        assertThatThrownBy(() -> world.changeUser.change(admin.id(), new UserChange(null, true, null)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> world.changeUser.change(admin.id(), new UserChange(Set.of(Role.CLIENT), null, null)))
                .isInstanceOf(ConflictException.class);

        world.person("second", Role.ADMIN);
        assertThat(world.changeUser.change(admin.id(), new UserChange(null, true, null)))
                .isInstanceOf(ChangeUser.Result.Changed.class);
    }

    @Test
    void missesAUserWhoIsNotThere() {
        assertThatThrownBy(
                        () -> world.changeUser.change(new UserId(UUID.randomUUID()), new UserChange(null, true, null)))
                .isInstanceOf(MissingObjectException.class);
    }

    @Test
    void makesTheFirstUserOnceWithAPasswordThatSatisfiesTheRules() {
        world.createFirstUser.createIfNobodyIsThere();
        Password first = world.note.password().orElseThrow();

        assertThat(world.rules.check(CreateFirstUser.NAME, first)).isEmpty();
        Account admin = world.accounts.find(CreateFirstUser.NAME).orElseThrow();
        assertThat(admin.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.ADVISER);
        assertThat(world.signIn.signIn("admin", first, SignInWorld.HOME, ""))
                .isInstanceOf(SignIn.Result.Admitted.class);

        world.createFirstUser.createIfNobodyIsThere();
        assertThat(world.note.password()).contains(first);
    }

    @Test
    void makesNoFirstUserWhereSomebodyIs() {
        world.person("carl", Role.CLIENT);
        world.createFirstUser.createIfNobodyIsThere();

        assertThat(world.note.password()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Anna", "a b c", "anna\n", "änna", "", "a/../b", "anna<script>"})
    void refusesOtherFormsOfUserNames(String name) {
        assertThatThrownBy(() -> new Username(name)).isInstanceOf(InvalidValueException.class);
    }
}
