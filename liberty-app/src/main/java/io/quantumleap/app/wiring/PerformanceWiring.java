package io.quantumleap.app.wiring;

import io.quantumleap.analytics.performance.MeasurePerformance;
import io.quantumleap.core.market.port.PriceHistory;
import io.quantumleap.core.valuation.ValuePortfolio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The measuring of performance; one object, because it remembers recent results. */
@ApplicationScoped
public class PerformanceWiring {

    /** Measures what the ledger is worth. */
    @Produces
    @Singleton
    MeasurePerformance measurePerformance(ValuePortfolio valuations, PriceHistory prices, Clock clock) {
        return new MeasurePerformance(valuations, prices, clock);
    }
}
