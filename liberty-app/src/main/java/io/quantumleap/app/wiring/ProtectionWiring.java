package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.limit.JdbcBuckets;
import io.quantumleap.adapters.persistence.report.JdbcContentReports;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.security.headers.CrossOriginPolicy;
import io.quantumleap.security.limit.Bulkheads;
import io.quantumleap.security.limit.LimitPolicy;
import io.quantumleap.security.limit.RequestLimits;
import io.quantumleap.security.limit.TrustedProxies;
import io.quantumleap.security.limit.port.SharedBuckets;
import io.quantumleap.security.report.port.ContentReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What keeps the server whole under load and attack: limits, other origins, reports. */
@ApplicationScoped
public class ProtectionWiring {

    /** For the container. */
    public ProtectionWiring() {}

    /** Which other origins may use the API. */
    @Produces
    @Singleton
    CrossOriginPolicy crossOriginPolicy(ServerSettings settings) {
        return new CrossOriginPolicy(settings.web().origins());
    }

    /** Which proxies are believed. */
    @Produces
    @Singleton
    TrustedProxies trustedProxies(ServerSettings settings) {
        return new TrustedProxies(settings.web().trustedProxies());
    }

    /** Counts of violations of the content policy. */
    @Produces
    @Singleton
    ContentReports contentReports(JpaUnitOfWork work) {
        return new JdbcContentReports(work);
    }

    /** How much is allowed. */
    @Produces
    @Singleton
    LimitPolicy limitPolicy(ServerSettings settings) {
        return settings.limits();
    }

    /** Allowances that all instances share. */
    @Produces
    @Singleton
    SharedBuckets sharedBuckets(Database database) {
        return new JdbcBuckets(database.dataSource());
    }

    /** Holding everybody to theirs. */
    @Produces
    @Singleton
    RequestLimits requestLimits(SharedBuckets buckets, Clock clock) {
        return new RequestLimits(buckets, clock);
    }

    /** Places for dear work. */
    @Produces
    @Singleton
    Bulkheads bulkheads(LimitPolicy policy) {
        return new Bulkheads(policy);
    }
}
