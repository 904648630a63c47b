/** Falls from a peak: every episode with its dates, depth and length, and the measures of the whole underwater series. */
@NullMarked
package io.quantumleap.analytics.drawdown;

import org.jspecify.annotations.NullMarked;
