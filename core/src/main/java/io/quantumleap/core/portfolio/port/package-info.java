/** What portfolios need from outside: somewhere to keep them and their transactions. */
@NullMarked
package io.quantumleap.core.portfolio.port;

import org.jspecify.annotations.NullMarked;
