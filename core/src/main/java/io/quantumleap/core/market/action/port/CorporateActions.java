package io.quantumleap.core.market.action.port;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.ActionType;
import io.quantumleap.core.market.action.CorporateAction;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Keeps corporate actions, at most one of a type for an instrument and day. Safe for use by many threads. */
public interface CorporateActions {

    /** Those of an instrument, by ex-date and type. */
    List<CorporateAction> of(Symbol symbol);

    /**
     * Adds those that are not there and corrects those that are, all or nothing.
     *
     * @param actions of instruments that exist, none of them twice
     */
    Counts save(Collection<CorporateAction> actions);

    /** Takes one away. Returns whether it was there. */
    boolean remove(Symbol symbol, LocalDate exDate, ActionType type);

    /** How many were added, how many corrected. */
    record Counts(int added, int corrected) {}
}
