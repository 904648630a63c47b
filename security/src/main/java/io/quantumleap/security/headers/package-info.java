/** The header fields that make a browser defend the page: what may run, what may frame it, what may be kept. */
@NullMarked
package io.quantumleap.security.headers;

import org.jspecify.annotations.NullMarked;
