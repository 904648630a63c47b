/** Whether the server lives, has started, and can serve: each answer is measured when it is asked for. */
@NullMarked
package io.quantumleap.app.health;

import org.jspecify.annotations.NullMarked;
