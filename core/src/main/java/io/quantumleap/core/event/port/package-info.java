/** What events need from outside: somewhere to wait, in the same transaction as the change, until they are delivered. */
@NullMarked
package io.quantumleap.core.event.port;

import org.jspecify.annotations.NullMarked;
