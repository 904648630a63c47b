package io.quantumleap.core.portfolio;

import io.quantumleap.core.shared.Money;
import java.time.LocalDate;

/** What one unit of an instrument was traded at, and when. */
public record TradePrice(LocalDate date, Money price) {}
