package io.quantumleap.chat.analyst;

/** What a question is about, once it is known whether it names an instrument. */
enum Topic {
    PORTFOLIOS,
    VALUE,
    CASH,
    HOLDINGS,
    HOLDING_COUNT,
    EXTREME_HOLDING,
    EXTREME_HOLDING_RISK,
    ALLOCATION,
    PERFORMANCE,
    YEARS,
    GAINS,
    RISK,
    MEASURES,
    HEALTH,
    DRAWDOWNS,
    COMPARISON,
    CONTRIBUTION,
    STRESS,
    WHAT_IF_TRADE,
    REBALANCE,
    FLOWS,
    TRANSACTIONS,
    INSTRUMENT_HOLDING,
    INSTRUMENT_RISK,
    INSTRUMENT_PERFORMANCE,
    INSTRUMENT_PRICE
}
