package io.quantumleap.core.market;

import io.quantumleap.core.shared.FieldReader;
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
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final FieldReader fieldReader;
    private int line;

    PriceReader(LocalDate today, Map<Symbol, Currency> knownCurrencies, RowErrors.Collector errors) {
        this.knownCurrencies = knownCurrencies;
        this.fieldReader = new FieldReader(today, error -> errors.add(RowError.at(line, error)));
    }

    record Price(Symbol symbol, Currency currency, PriceBar bar) {}

    int symbolCount() {
        return currencies.size();
    }

    Optional<Price> read(int atLine, PriceFields fields) {
        line = atLine;
        Optional<LocalDate> date = date(fields.date());
        Optional<Symbol> symbol = symbol(fields.symbol());
        Optional<BigDecimal> close = fieldReader.require("close", fields.close())
                ? fieldReader.positiveQuote("close", fields.close())
                : Optional.empty();
        Optional<BigDecimal> open = fieldReader.notNegativeQuote("open", fields.open());
        Optional<BigDecimal> high = fieldReader.notNegativeQuote("high", fields.high());
        Optional<BigDecimal> low = fieldReader.notNegativeQuote("low", fields.low());
        Optional<BigDecimal> volume = fieldReader.notNegativeQuote("volume", fields.volume());
        boolean inOrder = inOrder(high, low);
        Optional<Currency> stated = fieldReader.currency("currency", fields.currency());
        if (date.isEmpty() || symbol.isEmpty() || close.isEmpty() || !inOrder) {
            return Optional.empty();
        }
        if (stated.isEmpty() && !fields.currency().isBlank()) {
            return Optional.empty();
        }
        PriceBar bar = new PriceBar(
                date.get(), close.get(), open.orElse(null), high.orElse(null), low.orElse(null), volume.orElse(null));
        return currency(symbol.get(), stated).map(currency -> new Price(symbol.get(), currency, bar));
    }

    /** A long file names the same days again and again. */
    private Optional<LocalDate> date(String text) {
        LocalDate known = dates.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<LocalDate> date = fieldReader.date("date", text);
        date.ifPresent(read -> dates.put(text, read));
        return date;
    }

    private Optional<Symbol> symbol(String text) {
        Symbol known = symbols.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Symbol> symbol = fieldReader.require("symbol", text)
                ? fieldReader.value("symbol", text, "invalid-symbol", Symbol::new)
                : Optional.empty();
        symbol.ifPresent(read -> symbols.put(text, read));
        return symbol;
    }

    private boolean inOrder(Optional<BigDecimal> high, Optional<BigDecimal> low) {
        if (high.isPresent() && low.isPresent() && high.get().compareTo(low.get()) < 0) {
            fieldReader.refuse("high", "high-below-low", "The high is below the low.");
            return false;
        }
        return true;
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
        return symbol.quotedIn().or(() -> stated).orElse(DEFAULT_CURRENCY);
    }
}
