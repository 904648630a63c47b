/** The house rules as programs: what each demands of the compiled classes, and a report of the verdicts for people. */
@NullMarked
package io.quantumleap.architecture;

import org.jspecify.annotations.NullMarked;
