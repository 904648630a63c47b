/** From values and cash flows to returns: linked, compounded, annualised, time-weighted and money-weighted. */
@NullMarked
package io.quantumleap.analytics.returns;

import org.jspecify.annotations.NullMarked;
