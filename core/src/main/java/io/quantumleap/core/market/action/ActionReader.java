package io.quantumleap.core.market.action;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Turns the text of rows into corporate actions of instruments that are known, or says what is wrong with each cell. */
final class ActionReader {

    /** Actions are announced before they happen. */
    private static final int LONGEST_NOTICE_IN_YEARS = 2;

    private final Map<Symbol, Currency> currencies;
    private final FieldReader fields;
    private int line;

    ActionReader(LocalDate today, Map<Symbol, Currency> currencies, RowErrors.Collector errors) {
        this.currencies = currencies;
        this.fields = new FieldReader(
                today.plusYears(LONGEST_NOTICE_IN_YEARS), error -> errors.add(RowError.at(line, error)));
    }

    Optional<CorporateAction> read(int atLine, ActionFields row) {
        line = atLine;
        Optional<LocalDate> exDate = fields.date("ex_date", row.exDate());
        Optional<Symbol> symbol = symbol(row.symbol());
        Optional<ActionType> type = fields.require("type", row.type())
                ? fields.value("type", row.type(), "unknown-type", ActionType::parse)
                : Optional.empty();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get() == ActionType.SPLIT) {
            boolean noAmount = isEmpty("amount", row.amount(), "split");
            boolean noCurrency = isEmpty("currency", row.currency(), "split");
            Optional<BigDecimal[]> ratio = ratio(row.ratio());
            return exDate.isEmpty() || symbol.isEmpty() || ratio.isEmpty() || !noAmount || !noCurrency
                    ? Optional.empty()
                    : Optional.of(new Split(symbol.get(), exDate.get(), ratio.get()[0], ratio.get()[1]));
        }
        boolean noRatio = isEmpty("ratio", row.ratio(), "dividend");
        Optional<BigDecimal> amount =
                fields.require("amount", row.amount()) ? fields.positive("amount", row.amount()) : Optional.empty();
        Optional<Currency> currency = symbol.flatMap(known -> currency(known, row.currency()));
        if (exDate.isEmpty() || symbol.isEmpty() || amount.isEmpty() || currency.isEmpty() || !noRatio) {
            return Optional.empty();
        }
        return Optional.of(new CashDividend(
                symbol.get(),
                exDate.get(),
                new Money(amount.get(), currency.get()),
                type.get() == ActionType.SPECIAL_DIVIDEND));
    }

    private Optional<Symbol> symbol(String text) {
        Optional<Symbol> symbol = fields.require("symbol", text)
                ? fields.value("symbol", text, "invalid-symbol", Symbol::new)
                : Optional.empty();
        if (symbol.isPresent() && !currencies.containsKey(symbol.get())) {
            fields.refuse(
                    "symbol",
                    "unknown-instrument",
                    "There is no instrument " + symbol.get() + ". Add it, or import its prices, first.");
            return Optional.empty();
        }
        return symbol;
    }

    private Optional<Currency> currency(Symbol symbol, String text) {
        Currency ofPrices = currencies.get(symbol);
        if (text.isBlank()) {
            return Optional.ofNullable(ofPrices);
        }
        Optional<Currency> stated = fields.currency("currency", text);
        if (stated.isPresent() && !stated.get().equals(ofPrices)) {
            fields.refuse(
                    "currency",
                    "currency-mismatch",
                    "Prices of " + symbol + " are in " + ofPrices + ", not in " + stated.get() + ".");
            return Optional.empty();
        }
        return stated;
    }

    /** {@code 3:2} or {@code 1.5}: new shares for old ones. */
    private Optional<BigDecimal[]> ratio(String text) {
        if (!fields.require("ratio", text)) {
            return Optional.empty();
        }
        String[] sides = text.split(":", -1);
        if (sides.length > 2 || sides[0].isBlank() || sides[sides.length - 1].isBlank()) {
            fields.refuse("ratio", "invalid", "A ratio is new shares for old ones, such as 3:2 or 1.5.");
            return Optional.empty();
        }
        Optional<BigDecimal> newShares = fields.positive("ratio", sides[0]);
        Optional<BigDecimal> oldShares =
                sides.length == 2 ? fields.positive("ratio", sides[1]) : Optional.of(BigDecimal.ONE);
        return newShares.isEmpty() || oldShares.isEmpty()
                ? Optional.empty()
                : Optional.of(new BigDecimal[] {newShares.get(), oldShares.get()});
    }

    private boolean isEmpty(String field, String text, String type) {
        if (!text.isBlank()) {
            fields.refuse(field, "not-applicable", "A " + type + " has no " + field + ".");
        }
        return text.isBlank();
    }
}
