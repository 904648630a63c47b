package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.PolicyChanged;
import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.ConflictException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Gives a portfolio another name or policy. Safe for use by many threads. */
public final class ChangePortfolio {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final UnitOfWork work;
    private final EventOutbox outbox;

    /** Works on these ports. */
    public ChangePortfolio(Portfolios portfolios, Transactions transactions, UnitOfWork work, EventOutbox outbox) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.work = Objects.requireNonNull(work, "work");
        this.outbox = Objects.requireNonNull(outbox, "outbox");
    }

    /** What is to change; a null stays as it is. */
    public record Change(
            @Nullable PortfolioName name,
            @Nullable LotMethod lotMethod,
            @Nullable Boolean shortingAllowed,
            @Nullable Boolean overdraftAllowed,
            @Nullable Integer longTermDays) {

        LedgerPolicy policy(LedgerPolicy old) {
            return new LedgerPolicy(
                    Objects.requireNonNullElse(lotMethod, old.lotMethod()),
                    Objects.requireNonNullElse(shortingAllowed, old.shortingAllowed()),
                    Objects.requireNonNullElse(overdraftAllowed, old.overdraftAllowed()),
                    Objects.requireNonNullElse(longTermDays, old.longTermDays()));
        }
    }

    /**
     * Changes it. A policy holds for the whole ledger, what was recorded before included.
     *
     * @param version the version that the caller has seen, if it matters to the caller
     * @return the portfolio as it is now
     * @throws io.quantumleap.core.shared.MissingObjectException if the caller has no such portfolio
     * @throws ConflictException if it has another version by now, or the ledger breaks the policy
     * @throws io.quantumleap.core.shared.InvalidValueException if there can be no such policy
     */
    public Portfolio change(UserId caller, PortfolioId id, Change change, OptionalLong version) {
        return work.run(() -> {
            Portfolio held = OwnedPortfolio.hold(portfolios, caller, id);
            if (version.isPresent() && version.getAsLong() != held.version()) {
                throw new ConflictException("The portfolio was changed in the meantime: it has version "
                        + held.version() + " now, not " + version.getAsLong() + ". Load it again.");
            }
            LedgerPolicy policy = change.policy(held.policy());
            check(held, policy);
            Portfolio changed = held.changed(Objects.requireNonNullElse(change.name(), held.name()), policy);
            portfolios.change(held, changed);
            tell(held, changed);
            return changed;
        });
    }

    private void tell(Portfolio held, Portfolio changed) {
        if (!changed.policy().equals(held.policy())) {
            changed.ledger()
                    .firstDate()
                    .map(first -> new PolicyChanged(
                            changed.id().value(), changed.owner().value(), changed.version(), first))
                    .ifPresent(outbox::append);
        }
    }

    private void check(Portfolio held, LedgerPolicy policy) {
        LedgerPolicy old = held.policy();
        if (policy.equals(old)) {
            return;
        }
        List<Entry> entries = transactions.effective(held.id()).stream()
                .map(Transaction::entry)
                .toList();
        if (policy.lotMethod() != old.lotMethod()) {
            HoldingCheck.firstImpossible(policy.lotMethod(), entries).ifPresent(impossible -> {
                throw new ConflictException("By this method the lot that the " + HoldingCheck.described(impossible)
                        + " names is gone before; the method stays.");
            });
        }
        if (!policy.shortingAllowed() && old.shortingAllowed()) {
            refuseIfAnyIsOwed(policy.lotMethod(), entries);
        }
        if (!policy.overdraftAllowed() && old.overdraftAllowed()) {
            CashCheck.firstOverdrawn(entries.stream()).ifPresent(overdrawn -> {
                throw new ConflictException("The ledger has an overdraft: at the end of " + overdrawn.day()
                        + " the cash is " + overdrawn.cash() + ".");
            });
        }
    }

    private static void refuseIfAnyIsOwed(LotMethod method, List<Entry> entries) {
        Book book = new Book(method);
        entries.forEach(book::put);
        book.held().stream()
                .filter(symbol -> !book.owed(symbol).isZero())
                .findFirst()
                .ifPresent(symbol -> {
                    throw new ConflictException(book.owed(symbol) + " " + symbol
                            + " are owed; cover them before short sales are disallowed.");
                });
    }
}
