/** Programs as short as the README shows them, one for each jar worth embedding. */
@NullMarked
package io.quantumleap.examples.embed;

import org.jspecify.annotations.NullMarked;
