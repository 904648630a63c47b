package io.quantumleap.app.browser;

/** A user name with its password. */
record Credentials(String username, String password) {}
