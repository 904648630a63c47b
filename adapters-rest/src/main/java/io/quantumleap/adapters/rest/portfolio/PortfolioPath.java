package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;

/** Reads ids from paths: what is not an id names nothing, so it is not found. */
final class PortfolioPath {

    private PortfolioPath() {}

    static PortfolioId id(String text) {
        try {
            return PortfolioId.parse(text);
        } catch (InvalidValueException notAnId) {
            throw new MissingObjectException("There is no such portfolio.");
        }
    }

    static TransactionId transaction(String text) {
        try {
            return TransactionId.parse(text);
        } catch (InvalidValueException notAnId) {
            throw new MissingObjectException("There is no such transaction.");
        }
    }
}
