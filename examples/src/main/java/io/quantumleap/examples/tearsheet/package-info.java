/** A program that measures a file of returns and prints what it found. */
@NullMarked
package io.quantumleap.examples.tearsheet;

import org.jspecify.annotations.NullMarked;
