package io.quantumleap.analytics.construction.rebalancing;

/** What is traded, and how far, once a weight has left its band. */
public enum Destination {
    /** Every asset, to its target. */
    ALL_TO_TARGET,
    /** Only the assets outside their bands, to their targets; cash takes up the difference. */
    BREACHED_TO_TARGET,
    /** Only the assets outside their bands, to the nearer edge; cash takes up the difference. */
    BREACHED_TO_EDGE
}
