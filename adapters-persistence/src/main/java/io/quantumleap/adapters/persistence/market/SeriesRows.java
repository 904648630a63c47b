package io.quantumleap.adapters.persistence.market;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.shared.Currencies;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gathers rows of symbol, currency, date and close, ordered by symbol and date, into one series for each symbol. */
final class SeriesRows {

    private static final int FIRST_SIZE = 256;

    private final Map<Symbol, PriceSeries> series = new HashMap<>();
    private String symbol = "";
    private String currency = "";
    private long[] days = new long[FIRST_SIZE];
    private BigDecimal[] closes = new BigDecimal[FIRST_SIZE];
    private int size;

    private SeriesRows() {}

    static Map<Symbol, PriceSeries> read(ResultSet rows) throws SQLException {
        SeriesRows gathered = new SeriesRows();
        while (rows.next()) {
            gathered.add(
                    rows.getString(1), rows.getString(2), rows.getObject(3, LocalDate.class), rows.getBigDecimal(4));
        }
        gathered.finish();
        return gathered.series;
    }

    private void add(String ofSymbol, String inCurrency, LocalDate date, BigDecimal close) {
        if (!ofSymbol.equals(symbol)) {
            finish();
            symbol = ofSymbol;
            currency = inCurrency;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            closes = Arrays.copyOf(closes, 2 * size);
        }
        days[size] = date.toEpochDay();
        closes[size++] = close;
    }

    private void finish() {
        if (size > 0) {
            Symbol key = new Symbol(symbol);
            series.put(
                    key,
                    new PriceSeries(
                            key, Currencies.parse(currency), Arrays.copyOf(days, size), Arrays.copyOf(closes, size)));
            size = 0;
        }
    }
}
