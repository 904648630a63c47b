/** Where the account of model calls is kept. */
@NullMarked
package io.quantumleap.chat.cost.port;

import org.jspecify.annotations.NullMarked;
