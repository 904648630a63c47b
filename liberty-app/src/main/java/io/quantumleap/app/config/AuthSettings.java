package io.quantumleap.app.config;

import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.port.BreachedPasswords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Which access tokens are accepted.
 *
 * @param issuer who must have issued them
 * @param audience whom they must be for
 * @param jwksUrl where the issuer publishes its keys
 * @param algorithm the one accepted signature algorithm
 * @param maxTokenLifetime the longest accepted time between {@code iat} and {@code exp}
 * @param secureCookie whether the refresh cookie asks for TLS
 * @param foreignIssuer whether another program issues the tokens, an OpenID provider for example
 * @param masterKeyFile the file of the key that encrypts the secrets in the database; made when it is not there
 * @param rolesClaim the claim in which a foreign issuer lists groups
 * @param roleMapping which role each group has here
 * @param breached the passwords that became known elsewhere
 * @param keyRotation how old a signing key becomes before it is replaced
 */
public record AuthSettings(
        String issuer,
        String audience,
        String jwksUrl,
        String algorithm,
        Duration maxTokenLifetime,
        SecureCookie secureCookie,
        boolean foreignIssuer,
        Path masterKeyFile,
        BreachedPasswords breached,
        Duration keyRotation,
        String rolesClaim,
        Map<String, Role> roleMapping) {

    /** Copies the mapping. */
    public AuthSettings {
        roleMapping = Map.copyOf(roleMapping);
    }

    /** Whether the refresh cookie asks for TLS. */
    public enum SecureCookie {
        /** Over TLS, and always in production. */
        AUTO,
        /** Always: TLS ends at a proxy. */
        ALWAYS,
        /** Only when the request itself came over TLS. */
        NEVER
    }
}
