/** Where the counts of reports are kept. */
@NullMarked
package io.quantumleap.security.report.port;

import org.jspecify.annotations.NullMarked;
