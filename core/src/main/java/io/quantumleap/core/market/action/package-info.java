/** Corporate actions, and price series that are adjusted for them. */
@NullMarked
package io.quantumleap.core.market.action;

import org.jspecify.annotations.NullMarked;
