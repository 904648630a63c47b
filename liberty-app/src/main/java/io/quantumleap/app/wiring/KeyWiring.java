package io.quantumleap.app.wiring;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.audit.AuditedKeyVault;
import io.quantumleap.adapters.persistence.audit.AuditedSecondFactors;
import io.quantumleap.adapters.persistence.chat.JdbcProviderKeys;
import io.quantumleap.adapters.persistence.security.JdbcKeyVault;
import io.quantumleap.adapters.persistence.security.JdbcSecondFactors;
import io.quantumleap.adapters.persistence.security.MasterKey;
import io.quantumleap.app.config.ServerSettings;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.secondfactor.port.SecondFactors;
import io.quantumleap.security.token.RotateKeys;
import io.quantumleap.security.token.SigningKeys;
import io.quantumleap.security.token.TokenRules;
import io.quantumleap.security.token.port.KeyVault;
import io.quantumleap.security.vault.ReencryptSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The secrets of the server: the master key, and what it encrypts. */
@ApplicationScoped
public class KeyWiring {

    /** For the container. */
    public KeyWiring() {}

    /** Randomness that nobody can guess. */
    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    /** What the secrets in the database are encrypted with. */
    @Produces
    @Singleton
    MasterKey masterKey(ServerSettings settings, SecureRandom random) {
        return MasterKey.in(settings.auth().masterKeyFile(), random);
    }

    /** Where signing keys are kept. */
    @Produces
    @Singleton
    KeyVault keyVault(JpaUnitOfWork work, MasterKey master, RecordAudit audit) {
        return new AuditedKeyVault(new JdbcKeyVault(work, master), audit);
    }

    /** Where second factors are kept. */
    @Produces
    @Singleton
    SecondFactors secondFactors(JpaUnitOfWork work, MasterKey master, RecordAudit audit) {
        return new AuditedSecondFactors(new JdbcSecondFactors(work, master), audit);
    }

    /** Going over to another master key; whatever else it encrypts one day belongs in this list. */
    @Produces
    @Singleton
    ReencryptSecrets reencryptSecrets(JpaUnitOfWork work, MasterKey master, RecordAudit audit) {
        return new ReencryptSecrets(
                List.of(
                        new JdbcKeyVault(work, master),
                        new JdbcSecondFactors(work, master),
                        new JdbcProviderKeys(work, master)),
                work,
                audit);
    }

    /** The keys that tokens are signed with. */
    @Produces
    @Singleton
    SigningKeys signingKeys(KeyVault vault, TokenRules rules, Clock clock) {
        return new SigningKeys(vault, rules.maxLifetime().plus(TokenRules.CLOCK_TOLERANCE), clock);
    }

    /** Replacing them. */
    @Produces
    @Singleton
    RotateKeys rotateKeys(KeyVault vault, SigningKeys keys, UnitOfWork work, ServerSettings settings, Clock clock) {
        return new RotateKeys(vault, keys, work, settings.auth().keyRotation(), clock);
    }
}
