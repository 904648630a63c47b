/** A program that writes the sample portfolio as the files that the import takes. */
@NullMarked
package io.quantumleap.examples.sample;

import org.jspecify.annotations.NullMarked;
