package io.quantumleap.adapters.rest.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.token.AccessTokenClaims;
import io.quantumleap.security.token.SigningKey;
import io.quantumleap.security.token.SigningKeys;
import io.quantumleap.security.token.TokenRules;
import io.quantumleap.security.token.port.TokenSigner;
import java.util.Date;

/** Signs access tokens (RFC 9068) with ES256. Safe for use by many threads. */
public final class NimbusTokenSigner implements TokenSigner {

    /** The one client there is: our own page and whoever signs in like it. */
    private static final String CLIENT = "quantumleap";

    private final SigningKeys keys;

    /** Signs with the active one of these keys. */
    public NimbusTokenSigner(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public String sign(AccessTokenClaims claims) {
        SigningKey key = keys.active();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TokenRules.ACCESS_TOKEN_TYPE))
                .keyID(key.id())
                .build();
        SignedJWT token = new SignedJWT(header, claimsSet(claims));
        try {
            token.sign(new ECDSASigner(key.privateKey()));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The signing key " + key.id() + " cannot sign.", unusable);
        }
        return token.serialize();
    }

    private static JWTClaimsSet claimsSet(AccessTokenClaims claims) {
        return new JWTClaimsSet.Builder()
                .issuer(claims.issuer())
                .audience(claims.audience())
                .jwtID(claims.tokenId())
                .subject(claims.subject().toString())
                .issueTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .claim("client_id", CLIENT)
                .claim("upn", claims.username())
                .claim("sid", claims.session().toString())
                .claim(
                        "groups",
                        claims.roles().stream().map(Role::code).sorted().toList())
                .build();
    }
}
