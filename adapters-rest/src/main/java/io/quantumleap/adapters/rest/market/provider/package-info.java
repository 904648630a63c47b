/** Asking providers of market data over HTTP. */
@NullMarked
package io.quantumleap.adapters.rest.market.provider;

import org.jspecify.annotations.NullMarked;
