package io.quantumleap.analytics.returns;

/** How the contributions of single periods are brought onto the scale of the whole, so that they add up to its return. */
public enum ContributionLinking {
    /** Each period counts with the capital that had grown until then: what a holding added per unit of starting capital. */
    GROWN_CAPITAL,
    /** Each period counts with Cariño's logarithmic factor, so that their order does not matter (Cariño 1999). */
    CARINO
}
