package io.quantumleap.core.portfolio;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Posting.Account;
import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The double entry of a transaction: postings that add up to zero in every currency.
 *
 * <p>They follow from the entry alone, never from what else is in the ledger, so that they can stand forever: a position
 * is posted at the price of the trade. What was paid for the lots that a sale takes, and so the gain, depends on entries
 * that may yet be recorded for earlier days and on the {@link LotMethod}; that is computed by the {@link Book}.
 */
public final class Postings {

    private Postings() {}

    /** The postings of a transaction; a reversal has those of what it undoes with the opposite signs. */
    public static List<Posting> of(Transaction transaction) {
        List<Posting> postings = of(transaction.entry());
        return transaction.reversal() == null
                ? postings
                : postings.stream().map(Posting::negated).toList();
    }

    /** The postings of an entry, at least one; what moves neither money nor units has one of zero on its position. */
    public static List<Posting> of(Entry entry) {
        Sides sides = new Sides(entry);
        Money amount = entry.amount();
        Money cash = entry.cashEffect();
        switch (entry.type()) {
            case BUY, COVER -> sides.cash(cash).fee().position(amount, units(entry));
            case SELL, SHORT ->
                sides.cash(cash).fee().position(amount.negated(), units(entry).negate());
            case DIVIDEND, INTEREST -> sides.cash(cash).fee().tax().income(amount.negated());
            case REINVESTED_DIVIDEND ->
                sides.position(amount.minus(entry.fee()).minus(entry.tax()), units(entry))
                        .fee()
                        .tax()
                        .income(amount.negated());
            case FEE -> sides.cash(cash).add(Account.FEE, amount);
            case TAX -> sides.cash(cash).add(Account.TAX, amount);
            case DEPOSIT, WITHDRAWAL -> sides.cash(cash).add(Account.EXTERNAL, cash.negated());
            case TRANSFER_IN, TRANSFER_OUT -> transfer(entry, sides);
            case SPLIT, SPIN_OFF, MERGER ->
                sides.cash(cash).position(amount.negated()).positionAfter(entry.cashInLieu());
            case SYMBOL_CHANGE -> {}
            case FX -> exchange(entry, sides);
        }
        return sides.postings();
    }

    private static BigDecimal units(Entry entry) {
        return entry.quantity().orElseThrow().value();
    }

    private static void transfer(Entry entry, Sides sides) {
        if (!entry.transfersSecurities()) {
            sides.cash(entry.cashEffect())
                    .add(Account.EXTERNAL, entry.cashEffect().negated());
            return;
        }
        Money value = entry.statedCost().orElseGet(() -> Money.zero(entry.currency()));
        if (entry.type() == TransactionType.TRANSFER_IN) {
            sides.position(value, units(entry)).add(Account.EXTERNAL, value.negated());
        } else {
            sides.position(value.negated(), units(entry).negate()).add(Account.EXTERNAL, value);
        }
    }

    private static void exchange(Entry entry, Sides sides) {
        Money bought = entry.toAmount().orElseThrow();
        sides.cash(entry.cashEffect())
                .fee()
                .add(Account.EXCHANGE, entry.amount())
                .add(Account.CASH, bought)
                .add(Account.EXCHANGE, bought.negated());
    }

    /** Collects postings and leaves out those of nothing. */
    private static final class Sides {

        private final Entry entry;
        private final List<Posting> postings = new ArrayList<>(4);

        Sides(Entry entry) {
            this.entry = entry;
        }

        Sides add(Account account, Money amount) {
            return add(account, Optional.empty(), amount, BigDecimal.ZERO);
        }

        private Sides add(Account account, Optional<Symbol> symbol, Money amount, BigDecimal units) {
            if (amount.signum() != 0 || units.signum() != 0) {
                postings.add(new Posting(account, symbol.orElse(null), amount, units));
            }
            return this;
        }

        Sides cash(Money amount) {
            return add(Account.CASH, amount);
        }

        Sides fee() {
            return add(Account.FEE, entry.symbol(), entry.fee(), BigDecimal.ZERO);
        }

        Sides tax() {
            return add(Account.TAX, entry.symbol(), entry.tax(), BigDecimal.ZERO);
        }

        Sides income(Money amount) {
            return add(Account.INCOME, entry.symbol(), amount, BigDecimal.ZERO);
        }

        Sides position(Money amount) {
            return position(amount, BigDecimal.ZERO);
        }

        Sides position(Money amount, BigDecimal units) {
            return add(Account.POSITION, entry.symbol(), amount, units);
        }

        /** Money for a fraction of what came out of a corporate action. */
        Sides positionAfter(Money cashInLieu) {
            return add(Account.POSITION, entry.toSymbol().or(entry::symbol), cashInLieu.negated(), BigDecimal.ZERO);
        }

        List<Posting> postings() {
            if (postings.isEmpty()) {
                Account account = entry.symbol().isPresent() ? Account.POSITION : Account.CASH;
                postings.add(new Posting(
                        account, entry.symbol().orElse(null), Money.zero(entry.currency()), BigDecimal.ZERO));
            }
            return List.copyOf(postings);
        }
    }
}
