package io.quantumleap.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.account.port.Accounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of accounts must do. */
public abstract class AccountsContract {

    private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Accounts accounts;
    private UnitOfWork work;

    /** The empty keeper under test. */
    protected abstract Accounts accounts();

    /** Its unit of work. */
    protected abstract UnitOfWork work();

    @BeforeEach
    void open() {
        accounts = accounts();
        work = work();
    }

    private static Account account(String name, Role... roles) {
        return new Account(
                new UserId(UUID.randomUUID()),
                new Username(name),
                Set.of(roles),
                false,
                true,
                CREATED,
                new PasswordHash("hash of " + name));
    }

    private Account kept(String name, Role... roles) {
        Account account = account(name, roles);
        work.run(() -> accounts.add(account));
        return account;
    }

    @Test
    void findsWhatItKeepsByIdAndByName() {
        Account anna = kept("anna", Role.ADVISER, Role.ADMIN);
        kept("ben", Role.CLIENT);

        assertThat(accounts.find(anna.id())).contains(anna);
        assertThat(accounts.find(new Username("anna"))).contains(anna);
    }

    @Test
    void findsNobodyElse() {
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(accounts.find(new UserId(UUID.randomUUID()))).isEmpty();
        assertThat(accounts.find(new Username("nobody"))).isEmpty();

        kept("anna", Role.CLIENT);
        assertThat(accounts.isEmpty()).isFalse();
    }

    @Test
    void refusesATakenNameAndKeepsTheFirst() {
        Account anna = kept("anna", Role.CLIENT);

        assertThatThrownBy(() -> kept("anna", Role.ADMIN)).isInstanceOf(ConflictException.class);
        assertThat(accounts.find(new Username("anna"))).contains(anna);
    }

    @Test
    void replacesRolesFlagsAndPassword() {
        Account anna = kept("anna", Role.CLIENT, Role.MARKETING);
        Account changed = anna.withRoles(Set.of(Role.MARKETING, Role.OPERATOR))
                .withDisabled(true)
                .withOwnPassword(new PasswordHash("another"));

        work.run(() -> accounts.update(changed));

        assertThat(accounts.find(anna.id())).contains(changed);
    }

    @Test
    void pagesByName() {
        for (String name : List.of("eva", "anna", "carl", "d.o", "b-n", "b.n", "b_n")) {
            kept(name, Role.CLIENT);
        }

        List<String> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            CursorPage<Account> page = accounts.page(new PageRequest(3, after.orElse(null)));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            page.items().forEach(account -> names.add(account.username().value()));
            after = page.nextCursor();
        } while (after.isPresent());

        assertThat(names).containsExactly("anna", "b-n", "b.n", "b_n", "carl", "d.o", "eva");
    }

    @Test
    void hasNoNextPageAfterAFullLastOne() {
        kept("anna", Role.CLIENT);
        kept("ben", Role.CLIENT);

        assertThat(accounts.page(PageRequest.first(2)).nextCursor()).isEmpty();
    }

    @Test
    void countsThoseWhoCanAdministerNow() {
        kept("anna", Role.ADMIN, Role.ADVISER);
        kept("ben", Role.ADMIN);
        kept("carl", Role.OPERATOR);
        Account gone = kept("dora", Role.ADMIN);
        work.run(() -> accounts.update(gone.withDisabled(true)));

        assertThat(work.<Integer>run(accounts::lockAndCountActiveAdmins)).isEqualTo(2);
    }
}
