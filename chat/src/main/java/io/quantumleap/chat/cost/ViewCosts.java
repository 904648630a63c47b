package io.quantumleap.chat.cost;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;

/** Shows what the month has cost. Safe for use by many threads. */
public final class ViewCosts {

    private final CostLedger ledger;
    private final Meter meter;
    private final UnitOfWork work;

    /** Works on these. */
    public ViewCosts(CostLedger ledger, Meter meter, UnitOfWork work) {
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.meter = Objects.requireNonNull(meter, "meter");
        this.work = Objects.requireNonNull(work, "work");
    }

    /** The month of a payer so far. */
    public CostReport month(Payer payer) {
        Instant now = meter.now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return work.run(() -> new CostReport(
                now,
                meter.prices().currency(),
                ledger.spending(payer, today.withDayOfMonth(1), today),
                ledger.total(payer, YearMonth.from(today)).reserved(),
                ledger.budget(payer).orElse(null)));
    }
}
