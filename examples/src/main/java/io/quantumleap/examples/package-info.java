/** One entry for all the example programs. */
@NullMarked
package io.quantumleap.examples;

import org.jspecify.annotations.NullMarked;
