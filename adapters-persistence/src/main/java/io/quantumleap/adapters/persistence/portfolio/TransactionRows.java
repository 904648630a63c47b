package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.EntryDetails;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.LotName;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one result into transactions; the few symbols and currencies in it become one object each. */
final class TransactionRows {

    private final ResultSet rows;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();

    TransactionRows(ResultSet rows) {
        this.rows = rows;
    }

    Transaction current() throws SQLException {
        UUID undoneBy = rows.getObject("undone_by", UUID.class);
        return new Transaction(
                new TransactionId(rows.getObject("id", UUID.class)),
                rows.getLong("sequence"),
                entry(),
                rows.getInt("occurrence"),
                reversal(),
                undoneBy == null ? null : new TransactionId(undoneBy),
                rows.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** The entry alone; needs its columns only. */
    Entry entry() throws SQLException {
        Currency currency = currencies.computeIfAbsent(rows.getString("currency"), Currencies::parse);
        String symbol = rows.getString("symbol");
        BigDecimal quantity = rows.getBigDecimal("quantity");
        BigDecimal price = rows.getBigDecimal("price");
        String externalId = rows.getString("external_id");
        return new Entry(
                rows.getObject("date", LocalDate.class),
                TransactionType.parse(rows.getString("type")),
                symbol == null ? null : symbols.computeIfAbsent(symbol, Symbol::new),
                quantity == null ? null : new Quantity(quantity),
                price == null ? null : new Money(price, currency),
                new Money(rows.getBigDecimal("fee"), currency),
                new Money(rows.getBigDecimal("amount"), currency),
                externalId == null ? null : new ExternalId(externalId),
                details(currency));
    }

    private EntryDetails details(Currency currency) throws SQLException {
        String toSymbol = rows.getString("to_symbol");
        BigDecimal toAmount = rows.getBigDecimal("to_amount");
        String lots = rows.getString("lots");
        EntryDetails details = new EntryDetails(
                rows.getObject("settlement_date", LocalDate.class),
                toSymbol == null ? null : symbols.computeIfAbsent(toSymbol, Symbol::new),
                toAmount == null
                        ? null
                        : new Money(
                                toAmount, currencies.computeIfAbsent(rows.getString("to_currency"), Currencies::parse)),
                rows.getBigDecimal("cost_fraction"),
                lots == null ? List.of() : LotName.parse(lots),
                new Money(rows.getBigDecimal("tax"), currency),
                rows.getObject("acquired", LocalDate.class),
                new Money(rows.getBigDecimal("cash_in_lieu"), currency));
        return details.equals(EntryDetails.NONE) ? EntryDetails.NONE : details;
    }

    private Transaction.@Nullable Reversal reversal() throws SQLException {
        UUID of = rows.getObject("reversal_of", UUID.class);
        return of == null
                ? null
                : new Transaction.Reversal(new TransactionId(of), new Reason(rows.getString("reason")));
    }
}
