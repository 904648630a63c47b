/** Where brought keys are kept, and the providers that they open. */
@NullMarked
package io.quantumleap.chat.provider.port;

import org.jspecify.annotations.NullMarked;
