package io.quantumleap.core.market.action;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.action.port.CorporateActions;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes in a whole file of corporate actions, all of it or nothing. Safe for use by many threads. */
public final class ImportActions {

    private final CorporateActions actions;
    private final PriceHistory prices;
    private final UnitOfWork work;
    private final Clock clock;

    /** Works on these ports. */
    public ImportActions(CorporateActions actions, PriceHistory prices, UnitOfWork work, Clock clock) {
        this.actions = Objects.requireNonNull(actions, "actions");
        this.prices = Objects.requireNonNull(prices, "prices");
        this.work = Objects.requireNonNull(work, "work");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Stores every row; a known action of the same instrument, day and type is corrected.
     *
     * @param rows the rows in file order, read once
     */
    public ActionImport importRows(Iterator<? extends ActionRow> rows) {
        return work.run(() -> {
            RowErrors.Collector errors = new RowErrors.Collector();
            ActionReader reader = new ActionReader(LocalDate.now(clock), prices.currencies(), errors);
            Map<Key, CorporateAction> read = new HashMap<>();
            int count = 0;
            while (rows.hasNext()) {
                count++;
                ActionRow row = rows.next();
                if (row instanceof ActionRow.Unreadable unreadable) {
                    errors.add(unreadable.error());
                } else if (row instanceof ActionRow.Cells cells) {
                    Optional<CorporateAction> action = reader.read(cells.line(), cells.fields());
                    if (action.isPresent() && read.put(Key.of(action.get()), action.get()) != null) {
                        errors.add(new RowError(
                                cells.line(),
                                "",
                                "duplicate",
                                "The file names a " + action.get().type().code() + " of "
                                        + action.get().symbol() + " on that day twice."));
                    }
                }
            }
            if (!errors.isEmpty()) {
                return new ActionImport.Refused(errors.errors());
            }
            CorporateActions.Counts counts = actions.save(List.copyOf(read.values()));
            return new ActionImport.Done(
                    count, counts.added(), counts.corrected(), count - counts.added() - counts.corrected());
        });
    }

    private record Key(Symbol symbol, LocalDate exDate, ActionType type) {

        static Key of(CorporateAction action) {
            return new Key(action.symbol(), action.exDate(), action.type());
        }
    }
}
