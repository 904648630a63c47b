/** Histories of clients that a seed invents, and an account of them that shares nothing with the program. */
@NullMarked
package io.quantumleap.core.history;

import org.jspecify.annotations.NullMarked;
