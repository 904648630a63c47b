package io.quantumleap.adapters.persistence.valuation;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.DailyValue;
import io.quantumleap.core.valuation.Provenance;
import io.quantumleap.core.valuation.ValuedDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of daily values: what they are asked for with, how they are read, and how they are written by COPY. */
final class ValuationDayRows {

    /** Takes the first day, the last day and the portfolio. One statement tells the generation and its days, so that they cannot be of two. */
    static final String SELECT = "select v.generation, p.base_currency, d.date, d.value, d.inflow, d.outflow, d.cash,"
            + " d.cost, d.income, d.carried_forward, d.in_debt, d.stand_ins,"
            + " d.stale_holdings, d.stale_value, d.stale_rates, d.cross_rates"
            + " from valuation v join portfolio p on p.id = v.portfolio_id left join valuation_day d"
            + " on d.portfolio_id = v.portfolio_id and d.date >= ? and d.date <= ? where v.portfolio_id = ? order by d.date";

    static final String COPY = "copy valuation_day (portfolio_id, date, value, inflow, outflow, cash, cost,"
            + " income, carried_forward, in_debt, stand_ins, stale_holdings, stale_value, stale_rates, cross_rates) from stdin";

    private ValuationDayRows() {}

    /** The days of a generation; empty if they are of another, or if there is none. */
    static Optional<List<ValuedDay>> read(ResultSet rows, long generation) throws SQLException {
        List<ValuedDay> days = new ArrayList<>();
        boolean known = false;
        while (rows.next()) {
            if (rows.getLong(1) != generation) {
                return Optional.empty();
            }
            known = true;
            if (rows.getObject(3) != null) {
                days.add(day(rows, Currencies.parse(rows.getString(2))));
            }
        }
        return known ? Optional.of(days) : Optional.empty();
    }

    private static ValuedDay day(ResultSet row, Currency currency) throws SQLException {
        DailyValue value = new DailyValue(
                row.getObject(3, LocalDate.class),
                new Money(row.getBigDecimal(4), currency),
                new Money(row.getBigDecimal(5), currency),
                new Money(row.getBigDecimal(6), currency),
                new Money(row.getBigDecimal(7), currency),
                new Money(row.getBigDecimal(8), currency),
                new Money(row.getBigDecimal(9), currency),
                row.getBoolean(10),
                provenance(row, currency));
        return new ValuedDay(value, symbols(row), row.getBoolean(11));
    }

    private static Set<Symbol> symbols(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray(12).getArray())
                .map(Symbol::new)
                .collect(Collectors.toSet());
    }

    private static Provenance provenance(ResultSet row, Currency base) throws SQLException {
        Set<Currency> staleRates =
                words(row.getString(15)).map(Currencies::parse).collect(Collectors.toSet());
        Map<Currency, Currency> crossRates = new HashMap<>();
        words(row.getString(16)).forEach(word -> {
            int arrow = word.indexOf('>');
            crossRates.put(Currencies.parse(word.substring(0, arrow)), Currencies.parse(word.substring(arrow + 1)));
        });
        return new Provenance(row.getInt(13), new Money(row.getBigDecimal(14), base), staleRates, crossRates);
    }

    private static Stream<String> words(String text) {
        return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(" "));
    }

    static void write(CopyLine lines, PortfolioId portfolio, ValuedDay day) {
        DailyValue value = day.value();
        Provenance provenance = value.provenance();
        lines.plain(portfolio)
                .plain(value.date())
                .decimal(value.value().amount())
                .decimal(value.inflow().amount())
                .decimal(value.outflow().amount())
                .decimal(value.cash().amount())
                .decimal(value.cost().amount())
                .decimal(value.income().amount())
                .plain(value.carriedForward())
                .plain(day.inDebt())
                .text(array(day.standIns()))
                .plain(provenance.staleHoldings())
                .decimal(provenance.staleValue().amount())
                .plain(sorted(provenance.staleRates().stream().map(Currency::getCurrencyCode)))
                .plain(sorted(
                        provenance.crossRates().entrySet().stream().map(rate -> rate.getKey() + ">" + rate.getValue())))
                .end();
    }

    private static String sorted(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }

    private static String array(Collection<Symbol> symbols) {
        return symbols.stream()
                .map(symbol -> "\"" + symbol.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
