/** Notices input that has the shape of an attack. It never refuses any: text is data here, whatever it looks like. */
@NullMarked
package io.quantumleap.security.input;

import org.jspecify.annotations.NullMarked;
