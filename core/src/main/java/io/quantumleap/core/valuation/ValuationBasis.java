package io.quantumleap.core.valuation;

import io.quantumleap.core.portfolio.Portfolio;

/**
 * The rules that stored values were computed under, as a stamp has them: those of the book first, then how many trading days a price
 * may be old. Who goes on from a stored state of the book asks for the first part alone.
 */
final class ValuationBasis {

    /** Names the rules of the computation; another number makes every stored value worthless. */
    private static final String RULES = "3";

    private ValuationBasis() {}

    static String of(Portfolio portfolio, int staleAfter) {
        return ofBook(portfolio) + " " + staleAfter;
    }

    /** Whether the stored states of the book are as they would be computed now. */
    static boolean holdsForBook(ValuationStamp stamp, Portfolio portfolio) {
        return stamp.basis().startsWith(ofBook(portfolio) + " ");
    }

    private static String ofBook(Portfolio portfolio) {
        return RULES + " " + portfolio.baseCurrency() + " " + portfolio.policy().lotMethod();
    }
}
