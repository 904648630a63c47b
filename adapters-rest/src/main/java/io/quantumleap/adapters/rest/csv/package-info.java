/** Reads uploaded CSV files by the stream: strict UTF-8, checked header, every row with its line. */
@NullMarked
package io.quantumleap.adapters.rest.csv;

import org.jspecify.annotations.NullMarked;
