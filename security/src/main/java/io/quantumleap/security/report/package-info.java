/** What browsers report about contents that the policy of the page kept them from loading: counted, not believed. */
@NullMarked
package io.quantumleap.security.report;

import org.jspecify.annotations.NullMarked;
