/** What corporate actions need from outside: somewhere to keep them. */
@NullMarked
package io.quantumleap.core.market.action.port;

import org.jspecify.annotations.NullMarked;
