package io.quantumleap.app.start;

import io.quantumleap.adapters.persistence.LeaderLock;
import io.quantumleap.app.config.MarketSettings;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.market.provider.RefreshPrices;
import io.quantumleap.core.market.provider.SymbolRefresh;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Refreshes prices as often as the operator wants, which is never by default; of several instances one does it. */
@ApplicationScoped
public class PriceRefreshing {

    private static final System.Logger LOG = System.getLogger(PriceRefreshing.class.getName());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "price-refreshing");
        thread.setDaemon(true);
        return thread;
    });

    /** For the container. */
    public PriceRefreshing() {}

    /** Runs after {@link StartUp}, which opens the database or ends the program. */
    void begin(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            ServerSettings settings,
            Instance<RefreshPrices> refreshes,
            Instance<LeaderLock> locks) {
        MarketSettings market = settings.market();
        if (market.refreshEvery().isZero() || market.provider().isEmpty()) {
            return;
        }
        RefreshPrices refresh = refreshes.get();
        LeaderLock lock = locks.get();
        long period = market.refreshEvery().toMillis();
        var unused = clock.scheduleWithFixedDelay(
                () -> run(market, refresh, lock), Math.min(period, 10_000), period, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        clock.shutdownNow();
    }

    /** A failure must not end the schedule. */
    private static void run(MarketSettings market, RefreshPrices refresh, LeaderLock lock) {
        try {
            lock.runIfFirst("price-refresh", () -> tell(refresh.refresh(market.refreshed(), market.refreshEvery())));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Prices could not be refreshed; trying again later", failure);
        }
    }

    private static void tell(Iterable<SymbolRefresh> outcomes) {
        Map<String, Integer> counts = new TreeMap<>();
        for (SymbolRefresh outcome : outcomes) {
            counts.merge(outcome.status().code(), 1, Integer::sum);
        }
        LOG.log(Level.INFO, "Prices were refreshed: {0}", counts);
    }
}
