package io.quantumleap.adapters.rest.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.quantumleap.security.token.SigningKey;
import io.quantumleap.security.token.SigningKeys;
import java.util.List;

/** The public halves of the signing keys as a JWK set (RFC 7517). It is built from public keys alone. */
public final class PublishedKeys {

    private final SigningKeys keys;

    /** Publishes these. */
    public PublishedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /** The JSON text. */
    public String json() {
        return set(keys.accepted()).toString(true);
    }

    static JWKSet set(List<SigningKey> accepted) {
        List<JWK> published = accepted.stream().map(PublishedKeys::jwk).toList();
        return new JWKSet(published);
    }

    private static JWK jwk(SigningKey key) {
        return new ECKey.Builder(Curve.P_256, key.publicKey())
                .keyID(key.id())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
    }
}
