package io.quantumleap.core.event;

import io.quantumleap.core.shared.InvalidValueException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Prices or exchange rates were added or corrected. A change of many instruments comes as several events of one revision.
 *
 * @param revision the revision that the change brought all prices to
 * @param changes the instruments, at most {@value #MOST_CHANGES}
 */
public record PricesChanged(long revision, List<Change> changes) implements DomainEvent {

    /** One event names no more instruments than this. */
    public static final int MOST_CHANGES = 500;

    /** Copies the list and refuses one that is empty or too long. */
    public PricesChanged {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw new InvalidValueException("An event names 1 to " + MOST_CHANGES + " changed instruments.");
        }
    }

    /**
     * What changed of one instrument.
     *
     * @param symbol the instrument or exchange rate
     * @param from the first day whose price is different
     */
    public record Change(String symbol, LocalDate from) {

        /** Refuses missing parts. */
        public Change {
            Objects.requireNonNull(symbol, "symbol");
            Objects.requireNonNull(from, "from");
        }
    }

    /** As many events as it takes to tell all changes. */
    public static List<PricesChanged> pages(long revision, List<Change> changes) {
        List<PricesChanged> events = new ArrayList<>();
        for (int start = 0; start < changes.size(); start += MOST_CHANGES) {
            events.add(new PricesChanged(
                    revision, changes.subList(start, Math.min(changes.size(), start + MOST_CHANGES))));
        }
        return events;
    }

    @Override
    public Aggregate aggregate() {
        return Aggregate.PRICES;
    }
}
