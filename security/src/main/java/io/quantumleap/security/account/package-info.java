/** Who may sign in: user names, roles, password rules, and the use cases of user administration. */
@NullMarked
package io.quantumleap.security.account;

import org.jspecify.annotations.NullMarked;
