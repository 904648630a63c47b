package io.quantumleap.adapters.rest.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.quantumleap.security.token.PresentedToken;
import io.quantumleap.security.token.SigningKeys;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.Key;
import java.text.ParseException;
import java.util.Optional;

/**
 * Verifies the signatures of tokens, with one algorithm and the keys of one issuer. It says nothing about what a token says:
 * that is the policy's. Safe for use by many threads.
 */
public final class TokenVerifier {

    private static final System.Logger LOG = System.getLogger(TokenVerifier.class.getName());

    private final JWSKeySelector<SecurityContext> selector;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
    private final GenuineTokens known = new GenuineTokens();
    private final boolean remembers;

    private TokenVerifier(JWSAlgorithm algorithm, JWKSource<SecurityContext> keys, boolean remembers) {
        this.selector = new JWSVerificationKeySelector<>(algorithm, keys);
        this.remembers = remembers;
    }

    /** Verifies tokens of our own, with the keys that are accepted at the moment. */
    public static TokenVerifier own(SigningKeys keys) {
        return new TokenVerifier(
                JWSAlgorithm.ES256, (wanted, context) -> wanted.select(PublishedKeys.set(keys.accepted())), true);
    }

    /**
     * Verifies tokens of a provider, with the keys that it publishes. They are fetched when they are first needed, again when a
     * token names a key that is not among them (twice a minute at most), and every five minutes.
     *
     * @param algorithm the one accepted algorithm
     */
    public static TokenVerifier provider(URI keySet, String algorithm) {
        try {
            return new TokenVerifier(
                    JWSAlgorithm.parse(algorithm),
                    JWKSourceBuilder.create(keySet.toURL()).retrying(true).build(),
                    false);
        } catch (MalformedURLException noUrl) {
            throw new IllegalArgumentException("not the address of a key set: " + keySet, noUrl);
        }
    }

    /** What a token says whose signature was found good before. */
    Optional<PresentedToken> remembered(BearerToken token) {
        return remembers ? known.find(token) : Optional.empty();
    }

    /**
     * Whether the signature is that of an accepted key over exactly this token.
     *
     * @param said what the token says, to be remembered with it
     */
    boolean isGenuine(BearerToken token, PresentedToken said) {
        boolean genuine = verifies(token);
        if (genuine && remembers) {
            known.add(token, said);
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
        } catch (KeySourceException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "The keys of the issuer cannot be had", unreachable);
            return false;
        } catch (ParseException | JOSEException unverifiable) {
            return false;
        }
    }
}
