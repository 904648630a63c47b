/** Shows which tests stand for which control of the published security standards, and what came of them. */
@NullMarked
package io.quantumleap.app.proof;

import org.jspecify.annotations.NullMarked;
