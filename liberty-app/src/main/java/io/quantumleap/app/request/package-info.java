/** What happens to every request, whoever answers it: its id, its line in the log. */
@NullMarked
package io.quantumleap.app.request;

import org.jspecify.annotations.NullMarked;
