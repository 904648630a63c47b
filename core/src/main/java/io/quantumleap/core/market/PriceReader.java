package io.quantumleap.core.market;

import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.FieldReader;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the text of price rows into prices, or says what is wrong with each cell. Remembers the currency of each symbol:
 * the one it has already, or else the one that its first row names, or else the one that an exchange rate is named
 * after, or else USD.
 */
final class PriceReader {

    private static final Currency DEFAULT_CURRENCY = Currency.getInstance("USD");

    private final Map<Symbol, Currency> knownCurrencies;
    private final Map<Symbol, Currency> currencies = new HashMap<>();
    private final FieldReader fieldReader;
    private int line;

    PriceReader(LocalDate today, Map<Symbol, Currency> knownCurrencies, RowErrors.Collector errors) {
        this.knownCurrencies = knownCurrencies;
        this.fieldReader = new FieldReader(today, error -> errors.add(RowError.at(line, error)));
    }

    record Price(Symbol symbol, Currency currency, PricePoint point) {}

    int symbolCount() {
        return currencies.size();
    }

    Optional<Price> read(int atLine, PriceFields fields) {
        line = atLine;
        Optional<LocalDate> date = fieldReader.date("date", fields.date());
        Optional<Symbol> symbol = fieldReader.require("symbol", fields.symbol())
                ? fieldReader.value("symbol", fields.symbol(), "invalid-symbol", Symbol::new)
                : Optional.empty();
        Optional<BigDecimal> close = fieldReader.require("close", fields.close())
                ? fieldReader.positiveQuote("close", fields.close())
                : Optional.empty();
        checkWhatIsNotKept(fields);
        Optional<Currency> stated = fieldReader.currency("currency", fields.currency());
        if (date.isEmpty() || symbol.isEmpty() || close.isEmpty()) {
            return Optional.empty();
        }
        if (stated.isEmpty() && !fields.currency().isBlank()) {
            return Optional.empty();
        }
        return currency(symbol.get(), stated)
                .map(currency -> new Price(symbol.get(), currency, new PricePoint(date.get(), close.get())));
    }

    private void checkWhatIsNotKept(PriceFields fields) {
        fieldReader.notNegativeQuote("open", fields.open());
        fieldReader.notNegativeQuote("high", fields.high());
        fieldReader.notNegativeQuote("low", fields.low());
        fieldReader.notNegativeQuote("volume", fields.volume());
    }

    private Optional<Currency> currency(Symbol symbol, Optional<Currency> stated) {
        Currency currency = currencies.computeIfAbsent(symbol, unseen -> firstCurrency(unseen, stated));
        if (stated.isPresent() && !stated.get().equals(currency)) {
            fieldReader.refuse(
                    "currency",
                    "currency-mismatch",
                    "Prices of " + symbol + " are in " + currency + ", not in " + stated.get() + ".");
            return Optional.empty();
        }
        return Optional.of(currency);
    }

    private Currency firstCurrency(Symbol symbol, Optional<Currency> stated) {
        Currency known = knownCurrencies.get(symbol);
        if (known != null) {
            return known;
        }
        return quotedIn(symbol).or(() -> stated).orElse(DEFAULT_CURRENCY);
    }

    /** The second currency of an exchange rate such as GBP/EUR. */
    private static Optional<Currency> quotedIn(Symbol symbol) {
        String[] sides = symbol.value().split("/", -1);
        try {
            Currencies.parse(sides[0]);
            return sides.length == 2 ? Optional.of(Currencies.parse(sides[1])) : Optional.empty();
        } catch (InvalidValueException notCurrencies) {
            return Optional.empty();
        }
    }
}
