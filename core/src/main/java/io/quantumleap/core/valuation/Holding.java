package io.quantumleap.core.valuation;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;

/**
 * What is held of one instrument.
 *
 * @param symbol the instrument
 * @param quantity how much of it
 * @param isShort whether it is owed, because it was sold short; value, cost and weight are then below zero
 * @param price what one unit is worth, in the currency that it is priced in
 * @param priceDate the day of that price; splits since then are taken into account
 * @param priceSource where the price comes from
 * @param carriedForward whether the price is older than the day of the valuation
 * @param stale whether it is carried forward over more trading days than prices may be
 * @param value the worth in the base currency
 * @param cost what the open lots cost by the portfolio's method, with fees, in the base currency at the rates of their days
 * @param unrealisedGain value less cost
 * @param weight the share of the whole portfolio's value, cash included; 0 when that value is not positive
 */
public record Holding(
        Symbol symbol,
        Quantity quantity,
        boolean isShort,
        Money price,
        LocalDate priceDate,
        PriceSource priceSource,
        boolean carriedForward,
        boolean stale,
        Money value,
        Money cost,
        Money unrealisedGain,
        double weight) {}
