package io.quantumleap.adapters.persistence;

/**
 * How a connection pool is used at one moment.
 *
 * @param active connections that are lent out
 * @param idle connections that wait for a borrower
 * @param waiting callers that wait for a connection
 * @param maximum connections at most
 */
public record PoolUsage(int active, int idle, int waiting, int maximum) {}
