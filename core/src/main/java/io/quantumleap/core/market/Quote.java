package io.quantumleap.core.market;

import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.Objects;

/** The close of an instrument on one day, with its currency. */
public record Quote(Symbol symbol, LocalDate date, Money close) {

    /** Refuses missing parts. */
    public Quote {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(close, "close");
    }
}
