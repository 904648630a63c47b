package io.quantumleap.chat.cost.port;

import io.quantumleap.chat.cost.Budget;
import io.quantumleap.chat.cost.Charge;
import io.quantumleap.chat.cost.MonthTotal;
import io.quantumleap.chat.cost.Payer;
import io.quantumleap.chat.cost.Reservation;
import io.quantumleap.chat.cost.SpendingRow;
import io.quantumleap.chat.cost.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The account of model calls, and the budgets. Safe for use by many threads. */
public interface CostLedger {

    /**
     * How each of these payers stands in the month, which nobody else can change until the current unit of work ends. All are
     * locked in one order, so that two units never wait for each other.
     */
    Map<Payer, Standing> lock(Set<Payer> payers, YearMonth month);

    /** The month's total of a payer as it stands. */
    MonthTotal total(Payer payer, YearMonth month);

    /** Enters calls of one month before they are made, and adds what is set aside to the totals of their payers, locked before. */
    void reserve(List<Reservation> reservations);

    /**
     * Enters what calls came to in place of what was set aside. A call is settled once, however often this is called; only a
     * call that counted as lost is settled anew.
     *
     * @return how many were settled now
     */
    int settle(Map<UUID, Charge> charges, Instant at);

    /** Counts calls as lost that should have been settled by now: what was set aside stands, marked as an estimate. */
    int expire(Instant now);

    /** Settled calls of a payer between two days (both included), added up. */
    List<SpendingRow> spending(Payer payer, LocalDate from, LocalDate to);

    /** The budget of a payer. */
    Optional<Budget> budget(Payer payer);

    /** Sets the budget of a payer. */
    void put(Payer payer, Budget budget, Instant at);

    /**
     * Removes the budget of a payer.
     *
     * @return whether there was one
     */
    boolean remove(Payer payer);
}
