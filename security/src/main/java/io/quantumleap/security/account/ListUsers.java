package io.quantumleap.security.account;

import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.security.account.port.Accounts;

/** Shows an administrator who may sign in. */
public final class ListUsers {

    private final Accounts accounts;

    /** Wires the use case. */
    public ListUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A page of the accounts by user name. */
    public CursorPage<Account> list(PageRequest request) {
        return accounts.page(request);
    }
}
