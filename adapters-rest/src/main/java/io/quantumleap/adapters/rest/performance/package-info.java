/** The performance of a portfolio over HTTP. */
@NullMarked
package io.quantumleap.adapters.rest.performance;

import org.jspecify.annotations.NullMarked;
