/** What valuation needs from outside: somewhere to keep what was computed, so that it need not be computed again. */
@NullMarked
package io.quantumleap.core.valuation.port;

import org.jspecify.annotations.NullMarked;
