package io.quantumleap.security.testing;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.Username;
import io.quantumleap.security.account.port.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Accounts in a map. */
public final class InMemoryAccounts implements Accounts {

    private final ConcurrentSkipListMap<String, Account> byName = new ConcurrentSkipListMap<>();

    @Override
    public void add(Account account) {
        if (byName.putIfAbsent(account.username().value(), account) != null) {
            throw new ConflictException("This user name is taken.");
        }
    }

    @Override
    public void update(Account account) {
        byName.replace(account.username().value(), account);
    }

    @Override
    public Optional<Account> find(UserId id) {
        return byName.values().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Account> find(Username username) {
        return Optional.ofNullable(byName.get(username.value()));
    }

    @Override
    public CursorPage<Account> page(PageRequest request) {
        List<Account> rest = byName.values().stream()
                .filter(account ->
                        account.username().value().compareTo(request.after().orElse("")) > 0)
                .limit(request.limit() + 1L)
                .toList();
        if (rest.size() <= request.limit()) {
            return new CursorPage<>(rest, null);
        }
        List<Account> page = rest.subList(0, request.limit());
        return new CursorPage<>(page, page.get(page.size() - 1).username().value());
    }

    @Override
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    @Override
    public int lockAndCountActiveAdmins() {
        return (int) byName.values().stream().filter(Account::isActiveAdmin).count();
    }
}
