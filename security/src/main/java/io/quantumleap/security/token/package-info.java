/** What an access token must say to be believed, beyond a good signature. */
@NullMarked
package io.quantumleap.security.token;

import org.jspecify.annotations.NullMarked;
