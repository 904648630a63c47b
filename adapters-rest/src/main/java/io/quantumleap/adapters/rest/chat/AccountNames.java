package io.quantumleap.adapters.rest.chat;

import io.quantumleap.chat.guardrail.port.KnownNames;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.account.port.Accounts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The user name of the person who asks. User names never change, so the recent ones are remembered. Safe for use by many
 * threads.
 */
public final class AccountNames implements KnownNames {

    private static final int REMEMBERED = 4_096;

    private final Accounts accounts;
    private final Map<UserId, Set<String>> recent = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Set<String>> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Reads these accounts. */
    public AccountNames(Accounts accounts) {
        this.accounts = Objects.requireNonNull(accounts, "accounts");
    }

    @Override
    public Set<String> around(UserId user) {
        Set<String> known = recent.get(user);
        if (known != null) {
            return known;
        }
        Set<String> found = accounts.find(user)
                .map(account -> Set.of(account.username().value()))
                .orElse(Set.of());
        recent.put(user, found);
        return found;
    }
}
