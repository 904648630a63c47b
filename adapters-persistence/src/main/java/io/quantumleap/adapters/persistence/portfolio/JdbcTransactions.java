package io.quantumleap.adapters.persistence.portfolio;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Parameters;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Posting;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.portfolio.port.EntryBatch;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ledgers in PostgreSQL, over JDBC: they are written and read by the thousand, which is faster without entities. Safe for
 * use by many threads.
 */
public final class JdbcTransactions implements Transactions {

    private static final String SELECT =
            "select t.id, t.sequence, t.date, t.type, t.symbol, t.quantity, t.price, t.fee,"
                    + " t.amount, t.currency, t.external_id, t.occurrence, t.reversal_of, t.reason, t.recorded_at,"
                    + " t.settlement_date, t.to_symbol, t.to_amount, t.to_currency, t.cost_fraction, t.lots, t.tax,"
                    + " t.acquired, t.cash_in_lieu, r.id as undone_by from ledger_transaction t left join ledger_transaction r on r.reversal_of = t.id"
                    + " where t.portfolio_id = ?";
    private static final String EFFECTIVE = " and t.reversal_of is null and r.id is null";
    private static final String IN_EFFECT_ORDER = " order by t.date, t.sequence";
    private static final String NAMES_ANY = " and (t.symbol = any(?) or t.to_symbol = any(?))";
    private static final String RELATED = "with recursive family (symbol) as (select unnest(?) union"
            + " select case when t.symbol = f.symbol then t.to_symbol else t.symbol end from family f"
            + " join ledger_transaction t on t.portfolio_id = ? and t.to_symbol is not null and t.reversal_of is null"
            + " and (t.symbol = f.symbol or t.to_symbol = f.symbol)"
            + " where not exists (select 1 from ledger_transaction r where r.reversal_of = t.id)) select symbol from family";
    private static final String NEWEST_FIRST = " order by t.date desc, t.sequence desc limit ?";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JpaUnitOfWork work;
    private final Sql sql;

    /** Works inside the units of this work. */
    public JdbcTransactions(JpaUnitOfWork work) {
        this.work = work;
        this.sql = new Sql(work);
    }

    @Override
    public void append(PortfolioId portfolio, List<Transaction> transactions, List<Balance> balances) {
        work.withConnection(connection -> {
            LedgerLines.append(connection, portfolio, transactions);
            BookRows.put(connection, portfolio, balances);
            return transactions.size();
        });
    }

    @Override
    public EntryBatch open(PortfolioId portfolio) {
        return work.run(() -> {
            // Files into one portfolio, and whoever writes to it meanwhile, wait here and not with a connection in the
            // database.
            work.awaitTurn(portfolio);
            JdbcEntryBatch batch = new JdbcEntryBatch(work, portfolio);
            batch.begin();
            return batch;
        });
    }

    @Override
    public void putBalances(PortfolioId portfolio, List<Balance> balances) {
        work.withConnection(connection -> {
            BookRows.put(connection, portfolio, balances);
            return balances.size();
        });
    }

    @Override
    public void post(PortfolioId portfolio, List<Transaction> transactions) {
        work.withConnection(connection -> {
            BookRows.post(connection, portfolio, transactions);
            return transactions.size();
        });
    }

    @Override
    public long bookedUntil(PortfolioId portfolio) {
        return work.withConnection(connection -> BookRows.bookedUntil(connection, portfolio));
    }

    @Override
    public Map<TransactionId, List<Posting>> postings(PortfolioId portfolio, Collection<TransactionId> ids) {
        return work.withConnection(connection -> BookRows.postings(connection, portfolio, ids));
    }

    @Override
    public List<Balance> balances(PortfolioId portfolio) {
        return work.withConnection(connection -> BookRows.balances(connection, portfolio));
    }

    @Override
    public void replaceBalances(PortfolioId portfolio, List<Balance> balances) {
        work.withConnection(connection -> {
            BookRows.clear(connection, portfolio);
            BookRows.put(connection, portfolio, balances);
            return balances.size();
        });
    }

    @Override
    public List<Transaction> recorded(PortfolioId portfolio, long afterSequence, int limit) {
        return transactions(SELECT + " and t.sequence > ? order by t.sequence limit ?", statement -> {
            statement.setObject(1, portfolio.value());
            statement.setLong(2, afterSequence);
            statement.setInt(3, limit);
        });
    }

    @Override
    public List<PortfolioId> portfolios(@Nullable PortfolioId after, int limit) {
        return sql.query(
                "select id from portfolio where id > ? order by id limit ?",
                statement -> {
                    statement.setObject(1, after == null ? BEFORE_ALL : after.value());
                    statement.setInt(2, limit);
                },
                rows -> {
                    List<PortfolioId> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new PortfolioId(rows.getObject(1, UUID.class)));
                    }
                    return found;
                });
    }

    @Override
    public boolean keepStill(PortfolioId portfolio) {
        return sql.query(
                "select 1 from portfolio where id = ? for no key update",
                statement -> statement.setObject(1, portfolio.value()),
                ResultSet::next);
    }

    @Override
    public long lastSequence(PortfolioId portfolio) {
        return sql.query(
                "select coalesce(max(sequence), 0) from ledger_transaction where portfolio_id = ?",
                statement -> statement.setObject(1, portfolio.value()),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio) {
        return transactions(
                SELECT + EFFECTIVE + IN_EFFECT_ORDER, statement -> statement.setObject(1, portfolio.value()));
    }

    @Override
    public void play(PortfolioId portfolio, Consumer<? super Transaction> reader) {
        work.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT + EFFECTIVE + IN_EFFECT_ORDER)) {
                statement.setObject(1, portfolio.value());
                statement.setFetchSize(LedgerLines.ROWS_IN_ONE_PIECE);
                try (ResultSet rows = statement.executeQuery()) {
                    TransactionRows transactions = new TransactionRows(rows);
                    while (rows.next()) {
                        reader.accept(transactions.current());
                    }
                }
            }
            return true;
        });
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio, Collection<Symbol> symbols) {
        return symbols.isEmpty()
                ? List.of()
                : transactions(SELECT + NAMES_ANY + EFFECTIVE + IN_EFFECT_ORDER, statement -> {
                    statement.setObject(1, portfolio.value());
                    Sql.setSymbols(statement, 2, symbols);
                    Sql.setSymbols(statement, 3, symbols);
                });
    }

    @Override
    public Set<Symbol> related(PortfolioId portfolio, Collection<Symbol> symbols) {
        return sql.query(
                RELATED,
                statement -> {
                    Sql.setSymbols(statement, 1, symbols);
                    statement.setObject(2, portfolio.value());
                },
                rows -> {
                    Set<Symbol> found = new TreeSet<>();
                    while (rows.next()) {
                        found.add(new Symbol(rows.getString(1)));
                    }
                    return found;
                });
    }

    @Override
    public List<Transaction> effective(PortfolioId portfolio, LocalDate after) {
        return transactions(SELECT + " and t.date > ?" + EFFECTIVE + IN_EFFECT_ORDER, statement -> {
            statement.setObject(1, portfolio.value());
            statement.setObject(2, after);
        });
    }

    @Override
    public Optional<LocalDate> firstChange(PortfolioId portfolio, long afterSequence) {
        return sql.query(
                "select min(date) from ledger_transaction where portfolio_id = ? and sequence > ?",
                statement -> {
                    statement.setObject(1, portfolio.value());
                    statement.setLong(2, afterSequence);
                },
                rows -> {
                    rows.next();
                    return Optional.ofNullable(rows.getObject(1, LocalDate.class));
                });
    }

    @Override
    public CursorPage<Transaction> page(PortfolioId portfolio, PageRequest request) {
        Optional<TransactionCursor> after = request.after().map(TransactionCursor::parse);
        String condition = after.isPresent() ? " and (t.date, t.sequence) < (?, ?)" : "";
        List<Transaction> found = transactions(SELECT + condition + NEWEST_FIRST, statement -> {
            int next = 1;
            statement.setObject(next++, portfolio.value());
            if (after.isPresent()) {
                statement.setObject(next++, after.get().date());
                statement.setLong(next++, after.get().sequence());
            }
            statement.setInt(next, request.limit() + 1);
        });
        if (found.size() <= request.limit()) {
            return new CursorPage<>(found, null);
        }
        List<Transaction> page = found.subList(0, request.limit());
        return new CursorPage<>(
                page, TransactionCursor.after(page.get(page.size() - 1)).text());
    }

    @Override
    public Optional<Transaction> find(PortfolioId portfolio, TransactionId id) {
        return transactions(SELECT + " and t.id = ?", statement -> {
                    statement.setObject(1, portfolio.value());
                    statement.setObject(2, id.value());
                })
                .stream()
                .findFirst();
    }

    @Override
    public Map<ExternalId, Transaction> withExternalIds(PortfolioId portfolio, Collection<ExternalId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<ExternalId, Transaction> found = new HashMap<>();
        transactions(SELECT + " and t.external_id = any(?) and t.reversal_of is null", statement -> {
                    statement.setObject(1, portfolio.value());
                    Sql.setTexts(statement, 2, ids, ExternalId::value);
                })
                .forEach(transaction ->
                        found.put(transaction.entry().externalId().orElseThrow(), transaction));
        return found;
    }

    @Override
    public Map<ContentKey, Integer> occurrences(PortfolioId portfolio, Collection<ContentKey> contents) {
        if (contents.isEmpty()) {
            return Map.of();
        }
        return sql.query(
                "select content, count(*) from ledger_transaction where portfolio_id = ? and content = any(?)"
                        + " and external_id is null and reversal_of is null group by content",
                statement -> {
                    statement.setObject(1, portfolio.value());
                    byte[][] keys = contents.stream()
                            .map(content -> HexFormat.of().parseHex(content.hex()))
                            .toArray(byte[][]::new);
                    statement.setArray(2, statement.getConnection().createArrayOf("bytea", keys));
                },
                rows -> {
                    Map<ContentKey, Integer> counts = new HashMap<>();
                    while (rows.next()) {
                        counts.put(new ContentKey(HexFormat.of().formatHex(rows.getBytes(1))), rows.getInt(2));
                    }
                    return counts;
                });
    }

    private List<Transaction> transactions(String select, Parameters parameters) {
        return sql.query(select, parameters, rows -> {
            List<Transaction> found = new ArrayList<>();
            TransactionRows reader = new TransactionRows(rows);
            while (rows.next()) {
                found.add(reader.current());
            }
            return found;
        });
    }
}
