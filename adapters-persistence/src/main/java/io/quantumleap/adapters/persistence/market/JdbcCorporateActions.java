package io.quantumleap.adapters.persistence.market;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.Sql;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.ActionType;
import io.quantumleap.core.market.action.CorporateAction;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import io.quantumleap.core.market.action.port.CorporateActions;
import io.quantumleap.core.shared.Currencies;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.Money;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Corporate actions in PostgreSQL. Safe for use by many threads. */
public final class JdbcCorporateActions implements CorporateActions {

    private static final String OF =
            "select i.symbol, a.ex_date, a.type, a.new_shares, a.old_shares, a.amount, a.currency"
                    + " from corporate_action a join instrument i on i.id = a.instrument_id"
                    + " where i.symbol = any(?) order by i.symbol, a.ex_date, a.type";

    private static final String SAVE = "insert into corporate_action"
            + " (id, instrument_id, ex_date, type, new_shares, old_shares, amount, currency)"
            + " select ?, id, ?, ?, ?, ?, ?, ? from instrument where symbol = ?"
            + " on conflict (instrument_id, ex_date, type) do update set new_shares = excluded.new_shares,"
            + " old_shares = excluded.old_shares, amount = excluded.amount, currency = excluded.currency,"
            + " recorded_at = now()";

    private static final String REMOVE = "delete from corporate_action a using instrument i"
            + " where i.id = a.instrument_id and i.symbol = ? and a.ex_date = ? and a.type = ? returning a.id";

    private final Sql sql;
    private final IdGenerator ids;

    /** Works inside the units of this work. */
    public JdbcCorporateActions(JpaUnitOfWork work, IdGenerator ids) {
        this.sql = new Sql(work);
        this.ids = ids;
    }

    @Override
    public List<CorporateAction> of(Symbol symbol) {
        return of(List.of(symbol));
    }

    private List<CorporateAction> of(Collection<Symbol> symbols) {
        return sql.query(OF, statement -> Sql.setSymbols(statement, 1, symbols), rows -> {
            List<CorporateAction> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        });
    }

    private static CorporateAction read(ResultSet rows) throws SQLException {
        Symbol symbol = new Symbol(rows.getString(1));
        LocalDate exDate = rows.getObject(2, LocalDate.class);
        ActionType type = ActionType.parse(rows.getString(3));
        if (type == ActionType.SPLIT) {
            return new Split(symbol, exDate, rows.getBigDecimal(4), rows.getBigDecimal(5));
        }
        Money amount = new Money(rows.getBigDecimal(6), Currencies.parse(rows.getString(7)));
        return new CashDividend(symbol, exDate, amount, type == ActionType.SPECIAL_DIVIDEND);
    }

    @Override
    public Counts save(Collection<CorporateAction> actions) {
        sql.query("select revision from price_revision for update", statement -> {}, ResultSet::next);
        List<Symbol> symbols =
                actions.stream().map(CorporateAction::symbol).distinct().toList();
        Map<List<Object>, CorporateAction> known =
                of(symbols).stream().collect(Collectors.toMap(JdbcCorporateActions::key, action -> action));
        List<CorporateAction> changed = actions.stream()
                .filter(action -> !saysTheSame(known.get(key(action)), action))
                .toList();
        sql.batch(SAVE, changed, this::set);
        int corrected = (int) changed.stream()
                .filter(action -> known.containsKey(key(action)))
                .count();
        return new Counts(changed.size() - corrected, corrected);
    }

    private static List<Object> key(CorporateAction action) {
        return List.of(action.symbol(), action.exDate(), action.type());
    }

    private static boolean saysTheSame(@Nullable CorporateAction known, CorporateAction action) {
        if (known instanceof Split one && action instanceof Split other) {
            return one.newShares().compareTo(other.newShares()) == 0
                    && one.oldShares().compareTo(other.oldShares()) == 0;
        }
        return known instanceof CashDividend one
                && action instanceof CashDividend other
                && one.amount().currency().equals(other.amount().currency())
                && one.amount().compareTo(other.amount()) == 0;
    }

    private void set(PreparedStatement statement, CorporateAction action) throws SQLException {
        statement.setObject(1, ids.next());
        statement.setObject(2, action.exDate());
        statement.setString(3, action.type().code());
        if (action instanceof Split split) {
            statement.setBigDecimal(4, split.newShares());
            statement.setBigDecimal(5, split.oldShares());
            statement.setNull(6, Types.NUMERIC);
            statement.setNull(7, Types.CHAR);
        } else if (action instanceof CashDividend dividend) {
            statement.setNull(4, Types.NUMERIC);
            statement.setNull(5, Types.NUMERIC);
            statement.setBigDecimal(6, dividend.amount().amount());
            statement.setString(7, dividend.amount().currency().getCurrencyCode());
        }
        statement.setString(8, action.symbol().value());
    }

    @Override
    public boolean remove(Symbol symbol, LocalDate exDate, ActionType type) {
        return sql.query(
                REMOVE,
                statement -> {
                    statement.setString(1, symbol.value());
                    statement.setObject(2, exDate);
                    statement.setString(3, type.code());
                },
                ResultSet::next);
    }
}
