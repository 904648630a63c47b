package io.quantumleap.adapters.rest.security;

import io.quantumleap.security.access.Caller;
import java.util.List;

/** Who the caller is. */
public record MeJson(String id, String username, List<String> roles, String sessionId) {

    static MeJson of(Caller caller) {
        return new MeJson(
                caller.id().toString(),
                caller.username(),
                RoleCodes.write(caller.roles()),
                caller.session().toString());
    }
}
