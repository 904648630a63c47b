package io.quantumleap.security.token;

import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tokens of an OpenID provider. Who it calls by a subject is always the same user here; what it calls groups are roles here as
 * far as they are mapped, and a person without any mapped group is nobody here.
 *
 * @param issuer its name, which becomes part of a user's id, so that two providers never mean the same user
 * @param rolesClaim the claim with the list of groups
 * @param roles what a group may do here
 */
public record OpenIdProvider(String issuer, String rolesClaim, Map<String, Role> roles) implements IssuerProfile {

    private static final List<String> NAMES = List.of("preferred_username", "upn", "email", "sub");

    /** Copies the mapping. */
    public OpenIdProvider {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(rolesClaim, "rolesClaim");
        roles = Map.copyOf(roles);
    }

    /** The audience alone or among others. */
    @Override
    public boolean isFor(TokenPart claims, String audience) {
        return claims.text("aud").filter(audience::equals).isPresent()
                || claims.texts("aud").filter(list -> list.contains(audience)).isPresent();
    }

    @Override
    public Optional<Identity> identity(TokenPart claims) {
        Optional<String> subject = claims.text("sub");
        Set<Role> mapped = mapped(claims);
        if (subject.isEmpty() || mapped.isEmpty()) {
            return Optional.empty();
        }
        String session = claims.text("sid").or(() -> claims.text("jti")).orElse(subject.get());
        return Optional.of(new Identity(
                claims.text("jti").orElse(session),
                new UserId(named("user", subject.get())),
                NAMES.stream()
                        .map(claims::text)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(subject.get()),
                mapped,
                new SessionId(named("session", session))));
    }

    private Set<Role> mapped(TokenPart claims) {
        return claims.texts(rolesClaim).orElse(List.of()).stream()
                .map(roles::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private UUID named(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + " " + issuer + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
