/** Where sessions are kept. */
@NullMarked
package io.quantumleap.security.session.port;

import org.jspecify.annotations.NullMarked;
