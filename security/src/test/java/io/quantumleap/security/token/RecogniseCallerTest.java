package io.quantumleap.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.security.access.Role;
import io.quantumleap.security.signin.Admission;
import io.quantumleap.security.testing.SignInWorld;
import io.quantumleap.security.token.TokenPart.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecogniseCallerTest {

    private final SignInWorld world = new SignInWorld();
    private final RecogniseCaller recognise =
            new RecogniseCaller(new TokenPolicy(SignInWorld.RULES), world.sessions, world.clock);
    private Admission anna;

    @BeforeEach
    void annaIsSignedIn() {
        world.person("anna", Role.CLIENT);
        world.person("ben", Role.CLIENT);
        anna = world.admitted("anna");
    }

    private static PresentedToken presented(AccessTokenClaims claims) {
        List<Member> header = List.of(
                new Member("alg", new TokenValue.Text("ES256")),
                new Member("typ", new TokenValue.Text("at+jwt")),
                new Member("kid", new TokenValue.Text("key")));
        List<Member> members = List.of(
                new Member("iss", new TokenValue.Text(claims.issuer())),
                new Member("aud", new TokenValue.Text(claims.audience())),
                new Member("sub", new TokenValue.Text(claims.subject().toString())),
                new Member("upn", new TokenValue.Text(claims.username())),
                new Member("sid", new TokenValue.Text(claims.session().toString())),
                new Member("jti", new TokenValue.Text(claims.tokenId())),
                new Member("groups", new TokenValue.Many(List.of(new TokenValue.Text("client")))),
                new Member("iat", new TokenValue.Whole(claims.issuedAt().getEpochSecond())),
                new Member("exp", new TokenValue.Whole(claims.expiresAt().getEpochSecond())));
        return new PresentedToken(600, new TokenPart(header, 1), new TokenPart(members, 2));
    }

    private RecogniseCaller.Result recognise(AccessTokenClaims claims) {
        return recognise.recognise(presented(claims));
    }

    @Test
    void knowsTheCallerOfALiveSession() {
        assertThat(recognise(world.signed.get(0)))
                .isEqualTo(new RecogniseCaller.Result.Recognised(SignInWorld.caller(anna)));
    }

    @Test
    void refusesATokenAsSoonAsItsSessionEnds() {
        world.signOut.signOut(SignInWorld.caller(anna));

        assertThat(recognise(world.signed.get(0))).isEqualTo(new RecogniseCaller.Result.Refused(TokenFault.SESSION));
    }

    @Test
    void refusesATokenOfAnothersSession() {
        world.admitted("ben");
        AccessTokenClaims mine = world.signed.get(0);
        AccessTokenClaims bens = world.signed.get(1);
        AccessTokenClaims mixed = new AccessTokenClaims(
                mine.issuer(),
                mine.audience(),
                mine.tokenId(),
                mine.subject(),
                mine.username(),
                mine.roles(),
                bens.session(),
                mine.issuedAt(),
                mine.expiresAt());

        assertThat(recognise(mixed)).isEqualTo(new RecogniseCaller.Result.Refused(TokenFault.SESSION));
    }

    @Test
    void refusesWhatThePolicyRejects() {
        world.clock.pass(Duration.ofMinutes(10));

        assertThat(recognise(world.signed.get(0))).isEqualTo(new RecogniseCaller.Result.Refused(TokenFault.EXPIRED));
    }
}
