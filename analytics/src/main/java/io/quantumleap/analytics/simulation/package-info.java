/** What could happen: stress of today's portfolio, and wealth at a horizon resampled from what did happen. */
@NullMarked
package io.quantumleap.analytics.simulation;

import org.jspecify.annotations.NullMarked;
