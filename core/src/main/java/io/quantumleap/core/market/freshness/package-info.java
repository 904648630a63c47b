/** When a price is too old to be taken for the price of a day without saying so. */
@NullMarked
package io.quantumleap.core.market.freshness;

import org.jspecify.annotations.NullMarked;
