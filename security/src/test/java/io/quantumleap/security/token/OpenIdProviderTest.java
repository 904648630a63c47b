package io.quantumleap.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.access.Caller;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenIdProviderTest {

    private static final String ISSUER = "https://login.example";
    private static final TokenRules RULES = new TokenRules(
            ISSUER, "desk", Set.of("RS256"), Set.of("jwt", "at+jwt"), Duration.ofHours(1), Duration.ofSeconds(5));

    private final MovableClock clock = new MovableClock();
    private final RecogniseCaller recognise = RecogniseCaller.ofProvider(
            new TokenPolicy(
                    RULES,
                    id -> true,
                    new OpenIdProvider(ISSUER, "groups", Map.of("staff", Role.ADVISER, "bosses", Role.ADMIN))),
            clock);

    private static TokenPart.Member text(String name, String value) {
        return new TokenPart.Member(name, new TokenValue.Text(value));
    }

    private static TokenPart.Member list(String name, String... values) {
        return new TokenPart.Member(
                name,
                new TokenValue.Many(Arrays.stream(values)
                        .<TokenValue>map(TokenValue.Text::new)
                        .toList()));
    }

    private RecogniseCaller.Result recognise(TokenPart.Member... claims) {
        long now = clock.instant().getEpochSecond();
        List<TokenPart.Member> all = new ArrayList<>(List.of(
                text("iss", ISSUER),
                new TokenPart.Member("iat", new TokenValue.Whole(now)),
                new TokenPart.Member("exp", new TokenValue.Whole(now + 300))));
        all.addAll(List.of(claims));
        TokenPart header = new TokenPart(List.of(text("alg", "RS256"), text("typ", "JWT"), text("kid", "k1")), 1);
        return recognise.recognise(new PresentedToken(900, header, new TokenPart(all, 2)));
    }

    private static Caller caller(RecogniseCaller.Result result) {
        return ((RecogniseCaller.Result.Recognised) result).caller();
    }

    @Test
    void mapsGroupsToRolesAndLeavesOutTheOthers() {
        Caller anna = caller(recognise(
                text("sub", "u-17"),
                list("aud", "other", "desk"),
                text("preferred_username", "anna"),
                list("groups", "staff", "canteen")));

        assertThat(anna.roles()).containsExactly(Role.ADVISER);
        assertThat(anna.username()).isEqualTo("anna");
    }

    @Test
    void meansTheSameUserByTheSameSubject() {
        Caller once = caller(recognise(text("sub", "u-17"), text("aud", "desk"), list("groups", "staff")));
        Caller again = caller(recognise(text("sub", "u-17"), text("aud", "desk"), list("groups", "bosses")));
        Caller other = caller(recognise(text("sub", "u-18"), text("aud", "desk"), list("groups", "staff")));

        assertThat(again.id()).isEqualTo(once.id()).isNotEqualTo(other.id());
    }

    @Test
    void knowsNobodyWithoutAMappedGroup() {
        assertThat(recognise(text("sub", "u-17"), text("aud", "desk"), list("groups", "canteen", "admin")))
                .isEqualTo(new RecogniseCaller.Result.Refused(TokenFault.CLAIM));
        assertThat(recognise(text("sub", "u-17"), text("aud", "desk")))
                .isEqualTo(new RecogniseCaller.Result.Refused(TokenFault.CLAIM));
    }

    @Test
    void refusesATokenForSomeoneElse() {
        assertThat(recognise(text("sub", "u-17"), list("aud", "other"), list("groups", "staff")))
                .isEqualTo(new RecogniseCaller.Result.Refused(TokenFault.AUDIENCE));
    }
}
