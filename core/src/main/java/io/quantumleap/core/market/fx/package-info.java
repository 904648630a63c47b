/** Exchange rates with their date, source and path. */
@NullMarked
package io.quantumleap.core.market.fx;

import org.jspecify.annotations.NullMarked;
