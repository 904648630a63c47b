/** Every error that leaves the server, as one problem document (RFC 9457), whoever found the fault. */
@NullMarked
package io.quantumleap.adapters.rest.problem;

import org.jspecify.annotations.NullMarked;
