package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Recorded and new entries together, in the order in which they take effect. May be gone through again. */
@FunctionalInterface
interface Steps {

    /**
     * Shows the steps that name any of these instruments, one after the other: by date, on one day the recorded ones
     * first, then the new ones in the order in which they are to be recorded.
     */
    void play(Collection<Symbol> symbols, Consumer<? super Step> reader);

    /**
     * One new entry among recorded ones.
     *
     * @param recorded those that matter, in effect order
     */
    static Steps of(List<Transaction> recorded, Step fresh) {
        return (symbols, reader) -> {
            boolean shown = false;
            for (Transaction transaction : recorded) {
                if (!shown && transaction.date().isAfter(fresh.entry().date())) {
                    shown = true;
                    showIfNamed(symbols, fresh, reader);
                }
                showIfNamed(symbols, Step.recorded(transaction), reader);
            }
            if (!shown) {
                showIfNamed(symbols, fresh, reader);
            }
        };
    }

    private static void showIfNamed(Collection<Symbol> symbols, Step step, Consumer<? super Step> reader) {
        Entry entry = step.entry();
        if (entry.symbol().filter(symbols::contains).isPresent()
                || entry.toSymbol().filter(symbols::contains).isPresent()) {
            reader.accept(step);
        }
    }
}
