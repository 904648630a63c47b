package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.shared.Ids;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The last portfolio of a page: the next page has what comes after it in the order newest first. */
record PortfolioCursor(Instant createdAt, UUID id) {

    static PortfolioCursor after(Portfolio portfolio) {
        return new PortfolioCursor(portfolio.createdAt(), portfolio.id().value());
    }

    static PortfolioCursor parse(String text) {
        String[] parts = text.split("~", -1);
        try {
            if (parts.length == 2) {
                return new PortfolioCursor(Instant.parse(parts[0]), Ids.parse("cursor", parts[1]));
            }
        } catch (DateTimeException malformed) {
            // falls through to the one refusal below
        }
        throw new InvalidValueException("The cursor is not one that a page handed out.");
    }

    String text() {
        return createdAt + "~" + id;
    }

    String condition() {
        return " and (p.createdAt < :createdAt or (p.createdAt = :createdAt and p.id < :id))";
    }
}
