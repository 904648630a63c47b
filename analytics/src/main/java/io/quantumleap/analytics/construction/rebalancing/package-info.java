/** Trades that bring a drifted portfolio back to its target, with drift bands and costs. */
@NullMarked
package io.quantumleap.analytics.construction.rebalancing;

import org.jspecify.annotations.NullMarked;
