/** What live market data needs from outside: a provider to ask. */
@NullMarked
package io.quantumleap.core.market.provider.port;

import org.jspecify.annotations.NullMarked;
