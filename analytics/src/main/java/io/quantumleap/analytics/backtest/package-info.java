/** Backtests: what a rule would have earned, trading only on what was known, after costs, and how much of that is luck. */
@NullMarked
package io.quantumleap.analytics.backtest;

import org.jspecify.annotations.NullMarked;
