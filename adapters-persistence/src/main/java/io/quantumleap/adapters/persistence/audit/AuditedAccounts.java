package io.quantumleap.adapters.persistence.audit;

import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.account.port.Accounts;
import io.quantumleap.security.audit.AuditAction;
import io.quantumleap.security.audit.RecordAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Accounts whose roles and access do not change without a trace in the audit log, in the same unit of work. */
public final class AuditedAccounts implements Accounts {

    private final Accounts kept;
    private final RecordAudit audit;

    /** Audits what changes there. */
    public AuditedAccounts(Accounts kept, RecordAudit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public void add(Account account) {
        kept.add(account);
        audit.write(AuditAction.USER_CREATED, account.id().toString(), 1, "roles " + codes(account.roles()));
    }

    @Override
    public void update(Account account) {
        Optional<Account> before = kept.find(account.id());
        kept.update(account);
        List<String> changes = changes(before, account);
        if (!changes.isEmpty()) {
            audit.write(AuditAction.USER_CHANGED, account.id().toString(), 1, String.join("; ", changes));
        }
    }

    private static List<String> changes(Optional<Account> before, Account after) {
        List<String> changes = new ArrayList<>();
        before.ifPresent(was -> {
            if (!was.roles().equals(after.roles())) {
                changes.add("roles " + codes(was.roles()) + " to " + codes(after.roles()));
            }
            if (was.disabled() != after.disabled()) {
                changes.add(after.disabled() ? "disabled" : "enabled");
            }
            if (!was.passwordHash().equals(after.passwordHash())) {
                changes.add("password hash replaced");
            }
        });
        return changes;
    }

    private static Set<String> codes(Set<Role> roles) {
        Set<String> codes = new TreeSet<>();
        roles.forEach(role -> codes.add(role.code()));
        return codes;
    }

    @Override
    public Optional<Account> find(UserId id) {
        return kept.find(id);
    }

    @Override
    public Optional<Account> find(Username username) {
        return kept.find(username);
    }

    @Override
    public CursorPage<Account> page(PageRequest request) {
        return kept.page(request);
    }

    @Override
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    @Override
    public int lockAndCountActiveAdmins() {
        return kept.lockAndCountActiveAdmins();
    }
}
