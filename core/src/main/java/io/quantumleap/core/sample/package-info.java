/** A synthetic market and a portfolio in it, always the same, so that everyone can try the product without data of their own. */
@NullMarked
package io.quantumleap.core.sample;

import org.jspecify.annotations.NullMarked;
