package io.quantumleap.app.metrics;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.PoolUsage;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.metrics.MetadataBuilder;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How the connection pool is used. A queue that does not empty is the first sign of a database that cannot follow. */
@ApplicationScoped
public class PoolGauges {

    void register(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object event,
            MetricRegistry registry,
            Database database) {
        gauge(registry, database, "active", "Connections lent out", PoolUsage::active);
        gauge(registry, database, "idle", "Connections waiting for a borrower", PoolUsage::idle);
        gauge(registry, database, "waiting", "Requests waiting for a connection", PoolUsage::waiting);
        gauge(registry, database, "maximum", "Connections at most", PoolUsage::maximum);
    }

    private static void gauge(
            MetricRegistry registry, Database database, String name, String what, ToIntFunction<PoolUsage> value) {
        registry.gauge(
                new MetadataBuilder()
                        .withName("quantumleap_database_connections_" + name)
                        .withDescription(what)
                        .build(),
                database,
                pool -> value.applyAsInt(pool.poolUsage()));
    }
}
