package io.quantumleap.analytics.risk;

/** What the squared shortfalls below the target are averaged over; the field uses both. */
public enum DownsideDivisor {
    /** All observations (Sortino and van der Meer 1991; Bacon; GIPS). */
    ALL_OBSERVATIONS,
    /** Only the observations below the target (the "subset" method). */
    OBSERVATIONS_BELOW_TARGET
}
