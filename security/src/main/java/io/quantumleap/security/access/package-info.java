/** Says who may call which route: roles, the caller, and one readable table of rules that denies whatever it does not name. */
@NullMarked
package io.quantumleap.security.access;

import org.jspecify.annotations.NullMarked;
