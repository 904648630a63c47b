/** Switches for protections and features that can go wrong: safe by default, thrown while the server runs, never without a trace. */
@NullMarked
package io.quantumleap.security.flag;

import org.jspecify.annotations.NullMarked;
