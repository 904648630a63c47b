/** Secrets that are kept encrypted, and going over to another key for them. */
@NullMarked
package io.quantumleap.security.vault;

import org.jspecify.annotations.NullMarked;
