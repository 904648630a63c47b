/** What market data needs from outside: somewhere to keep prices. */
@NullMarked
package io.quantumleap.core.market.port;

import org.jspecify.annotations.NullMarked;
