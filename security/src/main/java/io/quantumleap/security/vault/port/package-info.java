/** What re-encryption needs from outside. */
@NullMarked
package io.quantumleap.security.vault.port;

import org.jspecify.annotations.NullMarked;
