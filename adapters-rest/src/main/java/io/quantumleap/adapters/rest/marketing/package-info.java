/** What marketing writes to clients. */
@NullMarked
package io.quantumleap.adapters.rest.marketing;

import org.jspecify.annotations.NullMarked;
