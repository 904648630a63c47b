/** One ledger and many who write to it, at several instances of the packaged server. */
package io.quantumleap.app.it.ledger;
