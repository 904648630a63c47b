package io.quantumleap.security.account.port;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.account.Account;
import io.quantumleap.security.account.Username;
import java.util.Optional;

/** The people who may sign in. */
public interface Accounts {

    /**
     * Keeps a new account.
     *
     * @throws ConflictException if the user name is taken
     */
    void add(Account account);

    /** Replaces what is kept of an account. Its user name and creation do not change. */
    void update(Account account);

    /** The account with this id. */
    Optional<Account> find(UserId id);

    /** The account with this user name. */
    Optional<Account> find(Username username);

    /** A page of all accounts by user name. */
    CursorPage<Account> page(PageRequest request);

    /** Whether there is nobody yet. */
    boolean isEmpty();

    /**
     * How many can administer users now. Until the unit of work ends nobody else can change who they are, so that two
     * administrators cannot remove each other at the same moment.
     */
    int lockAndCountActiveAdmins();
}
