package io.quantumleap.security.token;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.SessionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens that this installation made itself: for one audience alone, with known roles and a session. */
public record OwnIssuer() implements IssuerProfile {

    /** The audience alone, as a text or as a list of one. */
    @Override
    public boolean isFor(TokenPart claims, String audience) {
        return claims.text("aud").filter(audience::equals).isPresent()
                || claims.texts("aud").filter(List.of(audience)::equals).isPresent();
    }

    @Override
    public Optional<Identity> identity(TokenPart claims) {
        Optional<String> id = claims.text("jti");
        Optional<String> subject = claims.text("sub");
        Optional<String> username = claims.text("upn");
        Optional<String> session = claims.text("sid");
        Optional<Set<Role>> roles = claims.texts("groups").flatMap(OwnIssuer::roles);
        if (id.isEmpty() || subject.isEmpty() || username.isEmpty() || session.isEmpty() || roles.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Identity(
                    id.get(),
                    UserId.parse(subject.get()),
                    username.get(),
                    roles.get(),
                    SessionId.parse(session.get())));
        } catch (InvalidValueException malformed) {
            return Optional.empty();
        }
    }

    /** Known roles, each once; anything else in the list spoils it. */
    private static Optional<Set<Role>> roles(List<String> codes) {
        try {
            Set<Role> roles = new HashSet<>();
            for (String code : codes) {
                if (!roles.add(Role.parse(code))) {
                    return Optional.empty();
                }
            }
            return Optional.of(roles);
        } catch (InvalidValueException unknown) {
            return Optional.empty();
        }
    }
}
