package io.quantumleap.chat.cost.port;

import io.quantumleap.chat.cost.Budget;
import io.quantumleap.chat.cost.Charge;
import io.quantumleap.chat.cost.ModelCall;
import io.quantumleap.chat.cost.MonthTotal;
import io.quantumleap.chat.cost.Payer;
import io.quantumleap.chat.cost.SpendingRow;
import io.quantumleap.chat.model.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account of model calls, and the budgets. Safe for use by many threads. */
public interface CostLedger {

    /** The month's total of a payer, which nobody else can change until the current unit of work ends. */
    MonthTotal lock(Payer payer, YearMonth month);

    /** The month's total of a payer as it stands. */
    MonthTotal total(Payer payer, YearMonth month);

    /**
     * Enters a call before it is made.
     *
     * @param amount what is set aside for it in the totals of its payers, or null when its price is unknown
     * @param usage the tokens that the amount stands for
     * @param expiresAt when it counts as lost
     */
    void reserve(ModelCall call, TokenUsage usage, @Nullable BigDecimal amount, Instant expiresAt);

    /**
     * Enters what a call came to in place of what was set aside. A call is settled once, however often this is called; only
     * a call that counted as lost is settled anew.
     *
     * @return whether anything changed
     */
    boolean settle(UUID call, Charge charge, Instant at);

    /** Counts calls as lost that should have been settled by now: what was set aside stands, marked as an estimate. */
    int expire(Instant now);

    /** Settled calls of a payer between two days (both included), added up. */
    List<SpendingRow> spending(Payer payer, LocalDate from, LocalDate to);

    /** The budget of a payer. */
    Optional<Budget> budget(Payer payer);

    /** Sets the budget of a payer. */
    void put(Payer payer, Budget budget, Instant at);
}
