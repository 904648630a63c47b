package io.quantumleap.chat.guardrail.port;

import io.quantumleap.core.shared.UserId;
import java.util.Set;

/** The names of people that the program knows, so that they can be kept from a provider. Safe for use by many threads. */
public interface KnownNames {

    /** Knows nobody. */
    KnownNames NONE = user -> Set.of();

    /** The names that may stand in what this person asks and sees, the person's own first of all. */
    Set<String> around(UserId user);
}
