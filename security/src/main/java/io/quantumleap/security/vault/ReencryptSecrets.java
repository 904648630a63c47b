package io.quantumleap.security.vault;

import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import io.quantumleap.security.vault.port.EncryptedSecrets;
import java.util.List;

/**
 * Goes over to the first master key: every secret that an older one encrypts is encrypted anew, all of them or none. Once this
 * has found nothing more to change, the older keys can be thrown away. It may be repeated at any time.
 */
public final class ReencryptSecrets {

    private final List<EncryptedSecrets> kinds;
    private final UnitOfWork work;
    private final RecordAudit audit;

    /** @param kinds every kind of secret that the master key encrypts */
    public ReencryptSecrets(List<EncryptedSecrets> kinds, UnitOfWork work, RecordAudit audit) {
        this.kinds = List.copyOf(kinds);
        this.work = work;
        this.audit = audit;
    }

    /** Encrypts anew what an older key encrypts, and leaves a trace of it. */
    public Reencrypted run() {
        return work.run(() -> {
            Reencrypted all =
                    kinds.stream().map(EncryptedSecrets::reencrypt).reduce(Reencrypted.NOTHING, Reencrypted::plus);
            audit.write(AuditAction.SECRETS_REENCRYPTED, "", all.changed(), "of " + all.secrets());
            return all;
        });
    }
}
