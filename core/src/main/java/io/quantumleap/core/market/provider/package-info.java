/** Live market data: asking a provider for prices and keeping what it answers. */
@NullMarked
package io.quantumleap.core.market.provider;

import org.jspecify.annotations.NullMarked;
