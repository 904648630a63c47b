/** Where accounts are kept, and how passwords are hashed. */
@NullMarked
package io.quantumleap.security.account.port;

import org.jspecify.annotations.NullMarked;
