package io.quantumleap.core.event;

/**
 * A fact about one aggregate. Events speak in plain values, not in the types of the features they come from: they are stored, and
 * read again when those types have moved on.
 */
public sealed interface DomainEvent permits LedgerEvent, PortfolioClosed, PricesChanged {

    /** What it happened to; events of one aggregate are delivered in the order in which they were appended. */
    Aggregate aggregate();
}
