/** Who did what and what was refused: a log that only grows, and whose every row vouches for the ones before it. */
@NullMarked
package io.quantumleap.security.audit;

import org.jspecify.annotations.NullMarked;
