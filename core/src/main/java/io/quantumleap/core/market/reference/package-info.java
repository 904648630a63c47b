/** Reference data: what an instrument is and which identifiers name it, whatever it costs. */
@NullMarked
package io.quantumleap.core.market.reference;

import org.jspecify.annotations.NullMarked;
