package io.quantumleap.adapters.rest.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.quantumleap.security.token.SigningKeys;
import java.security.Key;
import java.text.ParseException;

/**
 * Verifies the signatures of tokens, with one algorithm and the keys of one issuer. It says nothing about what a token says:
 * that is the policy's. Safe for use by many threads.
 */
public final class TokenVerifier {

    private final JWSKeySelector<SecurityContext> selector;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
    private final GenuineTokens known = new GenuineTokens();

    TokenVerifier(JWSAlgorithm algorithm, JWKSource<SecurityContext> keys) {
        this.selector = new JWSVerificationKeySelector<>(algorithm, keys);
    }

    /** Verifies tokens of our own, with the keys that are accepted at the moment. */
    public static TokenVerifier own(SigningKeys keys) {
        return new TokenVerifier(
                JWSAlgorithm.ES256, (wanted, context) -> wanted.select(PublishedKeys.set(keys.accepted())));
    }

    /** Whether the signature is that of an accepted key over exactly this token. */
    boolean isGenuine(BearerToken token) {
        if (known.contains(token)) {
            return true;
        }
        boolean genuine = verifies(token);
        if (genuine) {
            known.add(token);
        }
        return genuine;
    }

    private boolean verifies(BearerToken token) {
        try {
            JWSObject signed = JWSObject.parse(token.compact());
            for (Key key : selector.selectJWSKeys(signed.getHeader(), null)) {
                if (signed.verify(verifiers.createJWSVerifier(signed.getHeader(), key))) {
                    return true;
                }
            }
            return false;
        } catch (ParseException | JOSEException unverifiable) {
            return false;
        }
    }
}
