/** Where the audit log is kept, and what is known about the request that is being served. */
@NullMarked
package io.quantumleap.security.audit.port;

import org.jspecify.annotations.NullMarked;
