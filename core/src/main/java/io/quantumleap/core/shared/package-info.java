/** The few values and ports that every feature speaks: money, ids, a unit of work, a page of a list. */
@NullMarked
package io.quantumleap.core.shared;

import org.jspecify.annotations.NullMarked;
