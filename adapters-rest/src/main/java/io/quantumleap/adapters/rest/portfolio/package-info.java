/** Portfolios, their transactions and what they are worth, over HTTP. */
@NullMarked
package io.quantumleap.adapters.rest.portfolio;

import org.jspecify.annotations.NullMarked;
