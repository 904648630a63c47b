/** Keeps accounts, sessions and attempt counts in PostgreSQL, signing keys in files, and hashes passwords. */
@NullMarked
package io.quantumleap.adapters.persistence.security;

import org.jspecify.annotations.NullMarked;
