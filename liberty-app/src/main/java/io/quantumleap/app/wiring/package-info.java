/** Where the ports of the domain meet the adapters that fill them. */
@NullMarked
package io.quantumleap.app.wiring;

import org.jspecify.annotations.NullMarked;
