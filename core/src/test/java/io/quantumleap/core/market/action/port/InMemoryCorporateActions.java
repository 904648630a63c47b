package io.quantumleap.core.market.action.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.ActionType;
import io.quantumleap.core.market.action.CorporateAction;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Corporate actions in a map. */
public final class InMemoryCorporateActions implements CorporateActions {

    private final Map<List<Object>, CorporateAction> actions = new HashMap<>();

    @Override
    public List<CorporateAction> of(Symbol symbol) {
        return actions.values().stream()
                .filter(action -> action.symbol().equals(symbol))
                .sorted(Comparator.comparing(CorporateAction::exDate)
                        .thenComparing(action -> action.type().code()))
                .toList();
    }

    @Override
    public Counts save(Collection<CorporateAction> given) {
        int added = 0;
        int corrected = 0;
        for (CorporateAction action : given) {
            CorporateAction before = actions.put(List.of(action.symbol(), action.exDate(), action.type()), action);
            if (before == null) {
                added++;
            } else if (!same(before, action)) {
                corrected++;
            }
        }
        return new Counts(added, corrected);
    }

    private static boolean same(CorporateAction before, CorporateAction now) {
        if (before instanceof Split one && now instanceof Split other) {
            return one.newShares().compareTo(other.newShares()) == 0
                    && one.oldShares().compareTo(other.oldShares()) == 0;
        }
        return before instanceof CashDividend one
                && now instanceof CashDividend other
                && one.amount().compareTo(other.amount()) == 0;
    }

    @Override
    public boolean remove(Symbol symbol, LocalDate exDate, ActionType type) {
        return actions.remove(List.of(symbol, exDate, type)) != null;
    }
}
