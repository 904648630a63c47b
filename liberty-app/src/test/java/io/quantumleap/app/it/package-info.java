/**
 * The packaged server with a real PostgreSQL, met from outside. {@link io.quantumleap.app.it.SharedServer} is one server for
 * all tests of a run; a test about starting and stopping makes its own {@link io.quantumleap.app.it.ServerProcess}.
 */
package io.quantumleap.app.it;
