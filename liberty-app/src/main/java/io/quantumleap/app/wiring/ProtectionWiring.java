package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.Database;
import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.audit.JdbcAuditTrail;
import io.quantumleap.adapters.persistence.flag.JdbcFlagStore;
import io.quantumleap.adapters.persistence.limit.JdbcBuckets;
import io.quantumleap.adapters.persistence.report.JdbcContentReports;
import io.quantumleap.adapters.rest.audit.CurrentScene;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.audit.AuditScene;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.audit.RefusalTally;
import io.quantumleap.security.audit.SealAudit;
import io.quantumleap.security.audit.VerifyAudit;
import io.quantumleap.security.audit.port.AuditTrail;
import io.quantumleap.security.flag.FeatureFlags;
import io.quantumleap.security.flag.SwitchFlag;
import io.quantumleap.security.flag.port.FlagStore;
import io.quantumleap.security.headers.CrossOriginPolicy;
import io.quantumleap.security.limit.Bulkheads;
import io.quantumleap.security.limit.LimitPolicy;
import io.quantumleap.security.limit.RequestLimits;
import io.quantumleap.security.limit.TrustedProxies;
import io.quantumleap.security.limit.port.SharedBuckets;
import io.quantumleap.security.report.port.ContentReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What keeps the server whole under load and attack: limits, other origins, reports, the audit log, flags. */
@ApplicationScoped
public class ProtectionWiring {

    private static final System.Logger LOG = System.getLogger(ProtectionWiring.class.getName());

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

    /** The stored audit log. */
    @Produces
    @Singleton
    AuditTrail auditTrail(JpaUnitOfWork work) {
        return new JdbcAuditTrail(work);
    }

    /** Writing to it. */
    @Produces
    @Singleton
    RecordAudit recordAudit(AuditTrail trail, CurrentScene scene, UnitOfWork work, IdGenerator ids, Clock clock) {
        return new RecordAudit(trail, () -> here(scene), work, ids, clock);
    }

    /** What is counted before it is written. */
    @Produces
    @Singleton
    RefusalTally refusalTally() {
        return new RefusalTally();
    }

    /** Chaining it. */
    @Produces
    @Singleton
    SealAudit sealAudit(AuditTrail trail, UnitOfWork work) {
        return new SealAudit(trail, work);
    }

    /** Checking it. */
    @Produces
    @Singleton
    VerifyAudit verifyAudit(AuditTrail trail) {
        return new VerifyAudit(trail);
    }

    /** Where flags are kept. */
    @Produces
    @Singleton
    FlagStore flagStore(JpaUnitOfWork work) {
        return new JdbcFlagStore(work);
    }

    /** How flags stand. */
    @Produces
    @Singleton
    FeatureFlags featureFlags(FlagStore store, Clock clock) {
        return new FeatureFlags(
                store,
                clock,
                failure -> LOG.log(
                        System.Logger.Level.WARNING,
                        "The feature flags could not be read and stand as they stood: {0}",
                        failure.getMessage()));
    }

    /** Switching them. */
    @Produces
    @Singleton
    SwitchFlag switchFlag(FlagStore store, FeatureFlags flags, RecordAudit audit) {
        return new SwitchFlag(store, flags, audit);
    }

    /** What the server does by itself has no request. */
    static AuditScene here(CurrentScene scene) {
        try {
            return scene.scene();
        } catch (ContextNotActiveException noRequest) {
            return AuditScene.SERVER;
        }
    }
}
