/** Signing in, staying signed in and changing the password, with a throttle that slows a guesser down but locks nobody out for ever. */
@NullMarked
package io.quantumleap.security.signin;

import org.jspecify.annotations.NullMarked;
