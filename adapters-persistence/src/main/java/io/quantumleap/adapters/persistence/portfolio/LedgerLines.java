package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.EntryDetails;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.LotName;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.shared.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Writes transactions and entries by COPY. */
final class LedgerLines {

    /** How many transactions are written, or read, in one go. */
    static final int ROWS_IN_ONE_PIECE = 5_000;

    /** The columns of an entry, in the order in which {@link #entry} writes them. */
    static final String ENTRY_COLUMNS =
            "date, type, symbol, quantity, price, fee, amount, currency, external_id, content,"
                    + " settlement_date, to_symbol, to_amount, to_currency, cost_fraction, lots, tax, acquired, cash_in_lieu";

    private static final String COPY = "copy ledger_transaction (id, portfolio_id, sequence, occurrence, reversal_of,"
            + " reason, recorded_at, " + ENTRY_COLUMNS + ") from stdin";

    private LedgerLines() {}

    /** Appends transactions with their postings. */
    static void append(Connection connection, PortfolioId portfolio, List<Transaction> transactions)
            throws SQLException {
        for (int start = 0; start < transactions.size(); start += ROWS_IN_ONE_PIECE) {
            int end = Math.min(transactions.size(), start + ROWS_IN_ONE_PIECE);
            copy(connection, portfolio, transactions.subList(start, end));
            BookRows.post(connection, portfolio, transactions.subList(start, end));
        }
    }

    private static void copy(Connection connection, PortfolioId portfolio, List<Transaction> piece)
            throws SQLException {
        CopyLine lines = new CopyLine();
        for (Transaction transaction : piece) {
            lines.plain(transaction.id())
                    .plain(portfolio)
                    .plain(transaction.sequence())
                    .plain(transaction.occurrence())
                    .plain(transaction.reversalOf().orElse(null))
                    .text(transaction.reason().map(Object::toString).orElse(null))
                    .plain(transaction.recordedAt());
            entry(lines, transaction.entry());
            lines.end();
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines.take()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes the columns of an entry. */
    static void entry(CopyLine lines, Entry entry) {
        lines.plain(entry.date())
                .plain(entry.type().code())
                .text(entry.symbol().map(Symbol::value).orElse(null))
                .decimal(entry.quantity().map(Quantity::value).orElse(null))
                .decimal(entry.price().map(Money::amount).orElse(null))
                .decimal(entry.fee().amount())
                .decimal(entry.amount().amount())
                .plain(entry.currency())
                .text(entry.externalId().map(ExternalId::value).orElse(null))
                .bytes(ContentKey.of(entry).hex());
        EntryDetails details = entry.details();
        lines.plain(details.settlement())
                .text(entry.toSymbol().map(Symbol::value).orElse(null))
                .decimal(entry.toAmount().map(Money::amount).orElse(null))
                .plain(entry.toAmount().map(Money::currency).orElse(null))
                .decimal(details.costFraction())
                .text(details.lots().isEmpty() ? null : LotName.text(details.lots()))
                .decimal(entry.tax().amount())
                .plain(details.acquired())
                .decimal(entry.cashInLieu().amount());
    }
}
