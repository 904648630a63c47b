/** Market data: which instruments there are and what they closed at, day by day. */
@NullMarked
package io.quantumleap.core.market;

import org.jspecify.annotations.NullMarked;
