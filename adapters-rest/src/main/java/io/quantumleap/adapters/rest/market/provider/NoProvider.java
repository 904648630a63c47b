package io.quantumleap.adapters.rest.market.provider;

import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.provider.ProviderAnswer;
import io.quantumleap.core.market.provider.port.MarketDataProvider;
import java.time.LocalDate;

/** Stands where no provider is configured, and says so. */
public final class NoProvider implements MarketDataProvider {

    /** There is nothing to it. */
    public NoProvider() {}

    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public PriceOrigin origin() {
        return new PriceOrigin("none");
    }

    @Override
    public ProviderAnswer daily(Symbol symbol, LocalDate from) {
        return new ProviderAnswer.Unavailable("No provider of market data is configured.", null);
    }
}
