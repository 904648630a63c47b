/** Market data over HTTP. */
@NullMarked
package io.quantumleap.adapters.rest.market;

import org.jspecify.annotations.NullMarked;
