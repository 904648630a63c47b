package io.quantumleap.core.portfolio;

import io.quantumleap.core.event.port.EventOutbox;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.port.Portfolios;
import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.IdGenerator;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Undoes a wrong transaction by one that names it; both stay in the ledger. Importing the file of a reversed transaction
 * again does not bring it back. Safe for use by many threads.
 */
public final class ReverseTransaction {

    private final Portfolios portfolios;
    private final Transactions transactions;
    private final UnitOfWork work;
    private final Recorder recorder;

    /** Works on these ports. */
    public ReverseTransaction(
            Portfolios portfolios,
            Transactions transactions,
            UnitOfWork work,
            EventOutbox outbox,
            IdGenerator ids,
            Clock clock) {
        this.portfolios = Objects.requireNonNull(portfolios, "portfolios");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.work = Objects.requireNonNull(work, "work");
        this.recorder = new Recorder(portfolios, transactions, outbox, ids, clock);
    }

    /**
     * Records the reversal. Refused if the transaction is a reversal, is reversed already, or if without it a later one
     * would sell more than is held.
     *
     * @throws MissingObjectException if the caller has no such portfolio or the portfolio no such transaction
     */
    public Undoing reverse(UserId caller, PortfolioId id, TransactionId transaction, Reason reason) {
        return work.run(() -> {
            Portfolio held = OwnedPortfolio.hold(portfolios, caller, id);
            Transaction wrong = transactions
                    .find(held.id(), transaction)
                    .orElseThrow(() -> new MissingObjectException("There is no such transaction."));
            HoldingCheck.Replay others = others(held, wrong);
            return obstacle(held, wrong, others)
                    .<Undoing>map(Undoing.Refused::new)
                    .orElseGet(() -> new Undoing.Done(recorder.reverse(held, wrong, reason, others.units())));
        });
    }

    private Optional<String> obstacle(Portfolio held, Transaction wrong, HoldingCheck.Replay others) {
        if (wrong.reversal() != null) {
            return Optional.of("A reversal cannot be reversed; record the transaction again instead.");
        }
        if (wrong.undoneBy() != null) {
            return Optional.of("The transaction is reversed already.");
        }
        return others.impossible()
                .map(impossible -> "Without it, the " + HoldingCheck.described(impossible)
                        + " would be more than is held then; reverse that one first.")
                .or(() -> overdrawn(held, wrong));
    }

    /** What the ledger of the instruments that it moves is without it. */
    private HoldingCheck.Replay others(Portfolio held, Transaction wrong) {
        if (!HoldingCheck.movesSecurities(wrong.entry())) {
            return new HoldingCheck.Replay(null, Map.of());
        }
        Set<Symbol> symbols = HoldingCheck.symbols(List.of(wrong.entry()));
        Set<Symbol> related = transactions.related(held.id(), symbols);
        List<Entry> entries =
                without(wrong, transactions.effective(held.id(), related)).toList();
        return HoldingCheck.replay(held.policy().lotMethod(), entries, related);
    }

    private Optional<String> overdrawn(Portfolio held, Transaction wrong) {
        return held.policy().overdraftAllowed()
                ? Optional.empty()
                : CashCheck.firstOverdrawn(without(wrong, transactions.effective(held.id())))
                        .map(CashCheck.Overdrawn::message);
    }

    private static Stream<Entry> without(Transaction wrong, List<Transaction> all) {
        return all.stream().filter(other -> !other.id().equals(wrong.id())).map(Transaction::entry);
    }
}
