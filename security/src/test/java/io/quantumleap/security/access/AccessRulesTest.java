package io.quantumleap.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

    private final AccessRule open =
            new AccessRule("POST", new PathTemplate("/door"), Access.everyone(), RateClass.WRITE, 10);
    private final AccessRule house =
            new AccessRule("GET", new PathTemplate("/house/{room}"), Access.signedIn(), RateClass.READ, 0);
    private final AccessRule cellar = new AccessRule(
            "GET", new PathTemplate("/cellar"), Access.anyRole(Role.OPERATOR, Role.ADMIN), RateClass.READ, 0);
    private final AccessRules rules = new AccessRules(List.of(open, house, cellar));

    private static Caller caller(Role... roles) {
        return new Caller(new UserId(UUID.randomUUID()), "someone", Set.of(roles), new SessionId(UUID.randomUUID()));
    }

    @Test
    void letsEveryoneThroughAPublicRoute() {
        assertThat(rules.decide("POST", "/door", null)).isEqualTo(new AccessDecision.Allowed(open));
    }

    @Test
    void asksForASignInWhereOneIsNeeded() {
        assertThat(rules.decide("GET", "/house/{room}", null)).isEqualTo(new AccessDecision.SignInNeeded());
        assertThat(rules.decide("GET", "/cellar", null)).isEqualTo(new AccessDecision.SignInNeeded());
    }

    @Test
    void letsASignedInCallerThroughWhateverTheRole() {
        assertThat(rules.decide("GET", "/house/{room}", caller())).isEqualTo(new AccessDecision.Allowed(house));
    }

    @Test
    void admitsOneOfTheNamedRolesAndNoOther() {
        assertThat(rules.decide("GET", "/cellar", caller(Role.CLIENT, Role.OPERATOR)))
                .isEqualTo(new AccessDecision.Allowed(cellar));
        assertThat(rules.decide("GET", "/cellar", caller(Role.CLIENT, Role.ADVISER, Role.MARKETING)))
                .isEqualTo(new AccessDecision.RoleMissing());
    }

    @Test
    void treatsHeadAsGet() {
        assertThat(rules.decide("HEAD", "/cellar", caller(Role.ADMIN))).isEqualTo(new AccessDecision.Allowed(cellar));
    }

    @Property
    void refusesEveryRouteThatNoRuleNames(@ForAll String method, @ForAll String template) {
        assertThat(rules.decide(method + "X", template, caller(Role.values())))
                .isEqualTo(new AccessDecision.Undeclared());
        assertThat(rules.decide("GET", "/attic/" + template, caller(Role.values())))
                .isEqualTo(new AccessDecision.Undeclared());
    }

    @Test
    void findsARuleByTheExactPathOnly() {
        assertThat(rules.forPath("GET", "/house/kitchen")).contains(house);
        assertThat(rules.forPath("POST", "/house/kitchen")).isEmpty();
        assertThat(rules.forPath("GET", "/house/..")).isEmpty();
    }

    @Test
    void callsAPathPublicOnlyIfEveryMethodOnItIs() {
        AccessRules mixed = new AccessRules(List.of(
                open, new AccessRule("GET", new PathTemplate("/door"), Access.signedIn(), RateClass.READ, 0), house));
        assertThat(rules.isPublicPath("/door")).isTrue();
        assertThat(mixed.isPublicPath("/door")).isFalse();
        assertThat(rules.isPublicPath("/house/kitchen")).isFalse();
        assertThat(rules.isPublicPath("/nowhere")).isFalse();
    }

    @Test
    void refusesTwoRulesForOneRoute() {
        assertThatThrownBy(() -> new AccessRules(List.of(open, open)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("POST /door");
    }

    @Test
    void opensOnlySignInHealthAndThePageOfTheServerToEveryone() {
        assertThat(ServerAccess.rules().all())
                .filteredOn(AccessRule::isPublic)
                .extracting(AccessRule::route)
                .filteredOn(route -> route.contains("/api"))
                .containsExactlyInAnyOrder(
                        "POST /api/auth/login",
                        "POST /api/auth/refresh",
                        "GET /api/auth/jwks",
                        "POST /api/security/content-reports");
    }

    @Test
    void keepsUserAdministrationForAdmins() {
        assertThat(ServerAccess.rules().decide("POST", "/api/users", caller(Role.CLIENT, Role.ADVISER, Role.OPERATOR)))
                .isEqualTo(new AccessDecision.RoleMissing());
    }
}
