/** Where signing keys come from and who signs with them. */
@NullMarked
package io.quantumleap.security.token.port;

import org.jspecify.annotations.NullMarked;
