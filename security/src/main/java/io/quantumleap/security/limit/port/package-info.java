/** What the limits need from outside: allowances that every instance of the server shares. */
@NullMarked
package io.quantumleap.security.limit.port;

import org.jspecify.annotations.NullMarked;
