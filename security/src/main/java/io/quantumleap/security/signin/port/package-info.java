/** Where failed attempts are counted. */
@NullMarked
package io.quantumleap.security.signin.port;

import org.jspecify.annotations.NullMarked;
