/** What reference data needs from outside: somewhere to keep it. */
@NullMarked
package io.quantumleap.core.market.reference.port;

import org.jspecify.annotations.NullMarked;
