/** Whole books over PostgreSQL while connections, programs and the database itself are killed. */
package io.quantumleap.adapters.persistence.crash;
