/** A session is one sign-in: it lives until it is ended, and its refresh token changes at each use. */
@NullMarked
package io.quantumleap.security.session;

import org.jspecify.annotations.NullMarked;
