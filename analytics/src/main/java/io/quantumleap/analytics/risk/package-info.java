/** How uncertain returns are, and what they paid for it: dispersion, downside, tails, and the ratios built on them. */
@NullMarked
package io.quantumleap.analytics.risk;

import org.jspecify.annotations.NullMarked;
