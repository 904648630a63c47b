package io.quantumleap.core.valuation;

import io.quantumleap.core.shared.Money;
import java.time.LocalDate;

/**
 * A portfolio at the end of one valuation day, in its base currency.
 *
 * @param date the day
 * @param value the value of everything, cash included
 * @param inflow what came in from outside since the valuation day before, securities at their market value; not negative
 * @param outflow what went out likewise; not negative
 * @param cash all cash
 * @param cost what the open lots had cost, at the rates of the days they were paid
 * @param income dividends and interest received since the valuation day before, gross
 * @param carriedForward whether a price or an exchange rate is older than the day, if only because of a weekend
 * @param provenance what of it stands on prices that are too old, or on rates through a third currency
 */
public record DailyValue(
        LocalDate date,
        Money value,
        Money inflow,
        Money outflow,
        Money cash,
        Money cost,
        Money income,
        boolean carriedForward,
        Provenance provenance) {}
