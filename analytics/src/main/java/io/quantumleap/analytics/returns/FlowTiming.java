package io.quantumleap.analytics.returns;

/** When, on its day, an external flow is taken to happen. */
public enum FlowTiming {
    /** At the start: the flow is invested on its own day. */
    START_OF_DAY(1),
    /** At the end: the flow is invested from the next day on. */
    END_OF_DAY(0);

    private final int daysOfOwnDay;

    FlowTiming(int daysOfOwnDay) {
        this.daysOfOwnDay = daysOfOwnDay;
    }

    /** How many of the period's days a flow on this day (1 is the first) is invested. */
    double daysInvested(int day, int daysInPeriod) {
        return daysInPeriod - day + (double) daysOfOwnDay;
    }
}
