package io.quantumleap.adapters.persistence.security;

import io.quantumleap.adapters.persistence.JpaUnitOfWork;
import io.quantumleap.adapters.persistence.SqlState;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.account.port.Accounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;

/** Accounts in PostgreSQL. Safe for use by many threads. */
public final class JpaAccounts implements Accounts {

    /** Any number that no other advisory lock of this program has: "acct" in ASCII. */
    private static final long ADMINISTRATORS_LOCK = 0x61636374;

    private final JpaUnitOfWork work;

    /** Stands on the program's unit of work. */
    public JpaAccounts(JpaUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(Account account) {
        work.with(manager -> {
            try {
                manager.persist(AccountEntity.of(account));
                manager.flush();
                return true;
            } catch (PersistenceException failure) {
                if (SqlState.isUniqueViolation(failure)) {
                    throw new ConflictException("This user name is taken.");
                }
                throw failure;
            }
        });
    }

    @Override
    public void update(Account account) {
        work.with(manager -> {
            entity(manager, account.id()).ifPresent(entity -> entity.take(account));
            return true;
        });
    }

    @Override
    public Optional<Account> find(UserId id) {
        return work.with(manager -> entity(manager, id).map(AccountEntity::toAccount));
    }

    @Override
    public Optional<Account> find(Username username) {
        return work.with(manager -> manager.createQuery(
                        "SELECT a FROM Account a WHERE a.username = :username", AccountEntity.class)
                .setParameter("username", username.value())
                .getResultStream()
                .findFirst()
                .map(AccountEntity::toAccount));
    }

    @Override
    public CursorPage<Account> page(PageRequest request) {
        List<Account> rows = work.with(manager -> manager.createQuery(
                        "SELECT a FROM Account a WHERE a.username > :after ORDER BY a.username", AccountEntity.class)
                .setParameter("after", request.after().orElse(""))
                .setMaxResults(request.limit() + 1)
                .getResultStream()
                .map(AccountEntity::toAccount)
                .toList());
        if (rows.size() <= request.limit()) {
            return new CursorPage<>(rows, null);
        }
        List<Account> page = rows.subList(0, request.limit());
        return new CursorPage<>(page, page.get(page.size() - 1).username().value());
    }

    @Override
    public boolean isEmpty() {
        return work.with(manager -> manager.createQuery("SELECT COUNT(a) FROM Account a", Long.class)
                        .getSingleResult()
                == 0);
    }

    @Override
    public int lockAndCountActiveAdmins() {
        return work.with(manager -> {
            manager.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(" + ADMINISTRATORS_LOCK + ")")
                    .getResultList();
            return manager.createQuery(
                            "SELECT COUNT(a) FROM Account a WHERE a.disabled = false AND 'admin' MEMBER OF a.roles",
                            Long.class)
                    .getSingleResult()
                    .intValue();
        });
    }

    private static Optional<AccountEntity> entity(EntityManager manager, UserId id) {
        return Optional.ofNullable(manager.find(AccountEntity.class, id.value()));
    }
}
