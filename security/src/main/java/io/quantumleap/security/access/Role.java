package io.quantumleap.security.access;

import io.quantumleap.core.shared.InvalidValueException;
import java.util.Arrays;
import java.util.Locale;

/** What a person is allowed to be here. One person may have several roles; none of them includes another. */
public enum Role {
    /** Owns portfolios and looks at them. */
    CLIENT,
    /** Advises clients and imports market data. */
    ADVISER,
    /** Plans campaigns. */
    MARKETING,
    /** Runs the installation. */
    OPERATOR,
    /** Decides who may sign in and as what. */
    ADMIN;

    /** The name in tokens, JSON and the database, such as {@code adviser}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name as {@link #code()} writes it.
     *
     * @throws InvalidValueException if there is no such role
     */
    public static Role parse(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "There is no such role. The roles are client, adviser, marketing, operator and admin."));
    }
}
