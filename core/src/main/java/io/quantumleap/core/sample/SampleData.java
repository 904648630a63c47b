package io.quantumleap.core.sample;

import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.sample.SyntheticMarket.Close;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of the sample portfolio, as the import takes them. They come from a seeded simulation that is described in
 * {@code docs/sample-portfolio.md}: synthetic data that says nothing about any real market, and the same on every machine.
 * Immutable.
 */
public final class SampleData {

    /** The index that the sample portfolio can be measured against. */
    public static final Symbol BENCHMARK = new Symbol(SyntheticMarket.BENCHMARK);

    private static final String CURRENCY = "USD";

    private final SyntheticMarket market;
    private final List<TransactionFields> transactions;

    private SampleData(SyntheticMarket market) {
        this.market = market;
        this.transactions = new SyntheticAdviser(market).run();
    }

    /** Simulates the market and the portfolio, which takes some hundredths of a second. */
    public static SampleData simulated() {
        return new SampleData(SyntheticMarket.simulated());
    }

    /** The closes of all instruments and of the index, one symbol after the other, each in date order. */
    public List<PriceFields> prices() {
        return Stream.concat(
                        Stream.of(SyntheticMarket.BENCHMARK),
                        SyntheticInstrument.ALL.stream().map(SyntheticInstrument::symbol))
                .flatMap(symbol -> market.closes(symbol).stream())
                .map(SampleData::row)
                .toList();
    }

    /** The transactions of the portfolio, in date order. */
    public List<TransactionFields> transactions() {
        return transactions;
    }

    private static PriceFields row(Close close) {
        return PriceFields.close(
                close.date().toString(), close.symbol(), close.price().toPlainString(), CURRENCY);
    }
}
