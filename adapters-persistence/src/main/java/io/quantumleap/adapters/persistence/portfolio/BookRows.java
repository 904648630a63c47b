package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.CopyLine;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Posting;
import io.quantumleap.core.portfolio.Postings;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.Money;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.PGConnection;

/** The rows that follow from transactions: postings, balances, and how far both reach. */
final class BookRows {

    private static final String COPY = "copy ledger_posting (portfolio_id, transaction_id, number, account, symbol,"
            + " currency, amount, units) from stdin";

    private BookRows() {}

    /** Writes the postings of transactions that have none yet, and that they are written until the last of these. */
    static void post(Connection connection, PortfolioId portfolio, List<Transaction> piece) throws SQLException {
        CopyLine lines = new CopyLine();
        for (Transaction transaction : piece) {
            int number = 0;
            for (Posting posting : Postings.of(transaction)) {
                lines.plain(portfolio)
                        .plain(transaction.id())
                        .plain(++number)
                        .plain(posting.account().code())
                        .text(posting.symbol().map(Symbol::value).orElse(null))
                        .plain(posting.amount().currency())
                        .decimal(posting.amount().amount())
                        .decimal(posting.units())
                        .end();
            }
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines.take()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert into ledger_books (portfolio_id, sequence) values (?, ?)"
                        + " on conflict (portfolio_id) do update set sequence = excluded.sequence")) {
            statement.setObject(1, portfolio.value());
            statement.setLong(2, piece.get(piece.size() - 1).sequence());
            statement.executeUpdate();
        }
    }

    static long bookedUntil(Connection connection, PortfolioId portfolio) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select sequence from ledger_books where portfolio_id = ?")) {
            statement.setObject(1, portfolio.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    static Map<TransactionId, List<Posting>> postings(
            Connection connection, PortfolioId portfolio, Collection<TransactionId> ids) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select transaction_id, account, symbol, currency, amount, units"
                        + " from ledger_posting where portfolio_id = ? and transaction_id = any(?)"
                        + " order by transaction_id, number")) {
            statement.setObject(1, portfolio.value());
            UUID[] wanted = ids.stream().map(TransactionId::value).toArray(UUID[]::new);
            statement.setArray(2, connection.createArrayOf("uuid", wanted));
            Map<TransactionId, List<Posting>> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    TransactionId id = new TransactionId(rows.getObject(1, UUID.class));
                    found.computeIfAbsent(id, none -> new ArrayList<>()).add(posting(rows));
                }
            }
            return found;
        }
    }

    private static Posting posting(ResultSet rows) throws SQLException {
        String symbol = rows.getString("symbol");
        return new Posting(
                Posting.Account.parse(rows.getString("account")),
                symbol == null ? null : new Symbol(symbol),
                new Money(rows.getBigDecimal("amount"), Currencies.parse(rows.getString("currency"))),
                rows.getBigDecimal("units"));
    }

    static List<Balance> balances(Connection connection, PortfolioId portfolio) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select kind, unit, amount from ledger_balance where portfolio_id = ? order by kind, unit")) {
            statement.setObject(1, portfolio.value());
            List<Balance> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Balance(
                            Balance.Kind.valueOf(rows.getString(1).toUpperCase(Locale.ROOT)),
                            rows.getString(2),
                            rows.getBigDecimal(3)));
                }
            }
            return found;
        }
    }

    static void put(Connection connection, PortfolioId portfolio, List<Balance> balances) throws SQLException {
        if (balances.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into ledger_balance (portfolio_id, kind, unit, amount, may_be_negative)"
                        + " select ?, kind, unit, amount, false"
                        + " from unnest(?, ?, ?) as given (kind, unit, amount)"
                        + " on conflict (portfolio_id, kind, unit) do update set amount = excluded.amount")) {
            statement.setObject(1, portfolio.value());
            statement.setArray(2, connection.createArrayOf("text", column(balances, one -> one.kind()
                    .code())));
            statement.setArray(3, connection.createArrayOf("text", column(balances, Balance::unit)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "numeric", balances.stream().map(Balance::amount).toArray(BigDecimal[]::new)));
            statement.executeUpdate();
        }
    }

    private static String[] column(List<Balance> balances, Function<Balance, String> part) {
        return balances.stream().map(part).toArray(String[]::new);
    }

    static void clear(Connection connection, PortfolioId portfolio) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from ledger_balance where portfolio_id = ?")) {
            statement.setObject(1, portfolio.value());
            statement.executeUpdate();
        }
    }
}
