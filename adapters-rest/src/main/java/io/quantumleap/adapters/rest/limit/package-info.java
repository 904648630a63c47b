/** Keeps requests within their limits: allowances of people and addresses, places for dear work, and where a request is from. */
@NullMarked
package io.quantumleap.adapters.rest.limit;

import org.jspecify.annotations.NullMarked;
