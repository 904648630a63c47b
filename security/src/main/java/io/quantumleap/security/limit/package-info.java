/** How much of the server one person or place may use: allowances that refill, and places for work that is dear. */
@NullMarked
package io.quantumleap.security.limit;

import org.jspecify.annotations.NullMarked;
