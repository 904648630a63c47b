/** Takes what browsers report about the content policy, and shows the counts to administrators. */
@NullMarked
package io.quantumleap.adapters.rest.report;

import org.jspecify.annotations.NullMarked;
