package io.quantumleap.core.portfolio.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.Balance;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.EntryDetails;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.LotName;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.portfolio.Posting;
import io.quantumleap.core.portfolio.Postings;
import io.quantumleap.core.portfolio.Quantity;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.portfolio.TransactionType;
import io.quantumleap.core.shared.CursorPage;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UnitOfWork;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Transactions} keeps. */
public abstract class TransactionsContract {

    private static final Instant RECORDED = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private Transactions transactions;
    private UnitOfWork work;
    private PortfolioId portfolio;
    private PortfolioId other;

    /** The adapter under test. */
    protected abstract Transactions transactions();

    /** The unit of work that the adapter stands on. */
    protected abstract UnitOfWork work();

    /** A portfolio without transactions. */
    protected abstract PortfolioId somePortfolio();

    @BeforeEach
    void setUp() {
        transactions = transactions();
        work = work();
        portfolio = somePortfolio();
        other = somePortfolio();
    }

    private static Entry buy(LocalDate date, String symbol, String externalId) {
        return new Entry(
                date,
                TransactionType.BUY,
                new Symbol(symbol),
                Quantity.of("12.3456789012"),
                Money.of("101.0123456789", "EUR"),
                Money.of("1.5", "EUR"),
                Money.of("1247.07", "EUR"),
                externalId == null ? null : new ExternalId(externalId));
    }

    private static Entry deposit(LocalDate date) {
        return new Entry(
                date,
                TransactionType.DEPOSIT,
                null,
                null,
                null,
                Money.of("0", "USD"),
                Money.of("999999999999999.99", "USD"),
                null);
    }

    private static Transaction transaction(long sequence, Entry entry, int occurrence) {
        return new Transaction(new TransactionId(UUID.randomUUID()), sequence, entry, occurrence, null, null, RECORDED);
    }

    private static Transaction reversal(long sequence, Transaction of) {
        return new Transaction(
                new TransactionId(UUID.randomUUID()),
                sequence,
                of.entry(),
                of.occurrence(),
                new Transaction.Reversal(of.id(), new Reason("Typed twice")),
                null,
                RECORDED);
    }

    private void append(Transaction... added) {
        work.run(() -> transactions.append(portfolio, List.of(added), List.of()));
    }

    private static Entry becomes(TransactionType type, String symbol, String toSymbol) {
        return new Entry(
                DAY,
                type,
                new Symbol(symbol),
                type == TransactionType.SPIN_OFF ? Quantity.of("0.25") : null,
                null,
                Money.of("0", "EUR"),
                Money.of("0", "EUR"),
                null,
                new EntryDetails(
                        DAY.plusDays(2),
                        new Symbol(toSymbol),
                        null,
                        type == TransactionType.SPIN_OFF ? new BigDecimal("0.1234567891") : null,
                        List.of(),
                        null,
                        null,
                        type == TransactionType.SPIN_OFF ? Money.of("3.75", "EUR") : null));
    }

    @Test
    void givesBackWhatOnlySomeKindsHave() {
        Entry exchange = new Entry(
                DAY,
                TransactionType.FX,
                null,
                null,
                null,
                Money.of("1", "EUR"),
                Money.of("500", "EUR"),
                null,
                new EntryDetails(null, null, Money.of("541.25", "USD"), null, List.of(), null, null, null));
        Entry transfer = new Entry(
                DAY,
                TransactionType.TRANSFER_IN,
                new Symbol("DAX"),
                Quantity.of("5"),
                Money.of("7", "EUR"),
                Money.of("0", "EUR"),
                Money.of("0", "EUR"),
                null,
                new EntryDetails(null, null, null, null, List.of(), null, DAY.minusYears(9), null));
        Entry dividend = new Entry(
                DAY,
                TransactionType.DIVIDEND,
                new Symbol("DAX"),
                null,
                null,
                Money.of("0", "EUR"),
                Money.of("10", "EUR"),
                null,
                new EntryDetails(null, null, null, null, List.of(), Money.of("1.5", "EUR"), null, null));
        Entry sale = new Entry(
                DAY,
                TransactionType.SELL,
                new Symbol("DAX"),
                Quantity.of("5"),
                Money.of("7", "EUR"),
                Money.of("0", "EUR"),
                Money.of("35", "EUR"),
                null,
                new EntryDetails(null, null, null, null, LotName.parse("a-1; 2020-01-01"), null, null, null));
        Transaction[] all = {
            transaction(1, exchange, 1),
            transaction(2, transfer, 1),
            transaction(3, dividend, 1),
            transaction(4, sale, 1),
            transaction(5, becomes(TransactionType.SPIN_OFF, "DAX", "BABY"), 1)
        };
        append(all);

        assertThat(transactions.recorded(portfolio, 0, 10)).containsExactly(all);
        assertThat(transactions.recorded(portfolio, 2, 2)).containsExactly(all[2], all[3]);
        assertThat(transactions.bookedUntil(portfolio)).isEqualTo(5);
        Map<TransactionId, List<Posting>> postings = transactions.postings(
                portfolio, List.of(all[0].id(), all[4].id(), new TransactionId(UUID.randomUUID())));
        assertThat(postings).isEqualTo(Map.of(all[0].id(), Postings.of(all[0]), all[4].id(), Postings.of(all[4])));
        assertThat(transactions.postings(other, List.of(all[0].id()))).isEmpty();
    }

    @Test
    void knowsWhichInstrumentsTurnIntoOneAnother() {
        Transaction undone = transaction(4, becomes(TransactionType.SYMBOL_CHANGE, "X", "D"), 1);
        append(
                transaction(1, becomes(TransactionType.SYMBOL_CHANGE, "A", "B"), 1),
                transaction(2, becomes(TransactionType.SPIN_OFF, "B", "C"), 1),
                transaction(3, buy(DAY, "D", null), 1),
                undone,
                reversal(5, undone));

        assertThat(transactions.related(portfolio, Set.of(new Symbol("C"))))
                .containsExactlyInAnyOrder(new Symbol("A"), new Symbol("B"), new Symbol("C"));
        assertThat(transactions.related(portfolio, Set.of(new Symbol("D")))).containsExactly(new Symbol("D"));
        assertThat(transactions.effective(portfolio, Set.of(new Symbol("C")))).hasSize(1);
    }

    @Test
    void keepsTheLastBalanceOfEachThing() {
        Balance cash = new Balance(Balance.Kind.CASH, "EUR", new BigDecimal("-12.3456789012"));
        Balance units = new Balance(Balance.Kind.UNITS, "DAX", new BigDecimal("0.000000000000000000000000001"));
        Transaction first = transaction(1, deposit(DAY), 1);
        work.run(() -> transactions.append(portfolio, List.of(first), List.of(cash, units)));
        Balance less = new Balance(Balance.Kind.UNITS, "DAX", BigDecimal.ZERO);
        Transaction second = transaction(2, deposit(DAY), 2);
        work.run(() -> transactions.append(portfolio, List.of(second), List.of(less)));

        assertThat(transactions.balances(portfolio)).containsExactlyInAnyOrder(cash, less);
        assertThat(transactions.balances(other)).isEmpty();
        work.run(() -> transactions.replaceBalances(portfolio, List.of(units)));
        assertThat(transactions.balances(portfolio)).containsExactly(units);
    }

    @Test
    void givesBackEveryDigitOfWhatWasAppended() {
        Transaction buy = transaction(1, buy(DAY, "DAX", "=cmd|' /C calc'!A0"), 1);
        Transaction deposit = transaction(2, deposit(DAY), 1);
        append(buy, deposit);

        assertThat(transactions.effective(portfolio)).containsExactly(buy, deposit);
        assertThat(transactions.find(portfolio, buy.id())).contains(buy);
        assertThat(transactions.find(other, buy.id())).isEmpty();
    }

    @Test
    void countsSequencesForEachPortfolio() {
        append(transaction(1, deposit(DAY), 1), transaction(2, deposit(DAY), 2));

        assertThat(transactions.lastSequence(portfolio)).isEqualTo(2);
        assertThat(transactions.lastSequence(other)).isZero();
    }

    @Test
    void ordersByDateAndOnOneDayByRecording() {
        Transaction later = transaction(1, buy(DAY.plusDays(1), "DAX", null), 1);
        Transaction first = transaction(2, buy(DAY, "FTSE", null), 1);
        Transaction second = transaction(3, buy(DAY, "DAX", null), 1);
        append(later, first, second);

        assertThat(transactions.effective(portfolio)).containsExactly(first, second, later);
        List<Transaction> played = new ArrayList<>();
        transactions.play(portfolio, played::add);
        assertThat(played).containsExactly(first, second, later);
        assertThat(transactions.effective(portfolio, Set.of(new Symbol("DAX")))).containsExactly(second, later);
        assertThat(transactions.effective(portfolio, Set.of())).isEmpty();
    }

    @Test
    void leavesOutWhatWasReversedAndTheReversal() {
        Transaction wrong = transaction(1, buy(DAY, "DAX", "a"), 1);
        Transaction right = transaction(2, buy(DAY, "DAX", "b"), 1);
        append(wrong, right);
        Transaction reversal = reversal(3, wrong);
        append(reversal);

        assertThat(transactions.effective(portfolio)).containsExactly(right);
        assertThat(transactions.find(portfolio, wrong.id()).orElseThrow().reversedBy())
                .contains(reversal.id());
        Transaction found = transactions.find(portfolio, reversal.id()).orElseThrow();
        assertThat(found.reversalOf()).contains(wrong.id());
        assertThat(found.reason()).contains(new Reason("Typed twice"));
    }

    @Test
    void pagesEverythingNewestFirst() {
        List<Transaction> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(transaction(i + 1, buy(DAY.plusDays(i % 3), "DAX", "x" + i), 1));
        }
        append(all.toArray(Transaction[]::new));
        all.sort(Transaction.IN_EFFECT_ORDER.reversed());

        List<Transaction> found = new ArrayList<>();
        CursorPage<Transaction> page = transactions.page(portfolio, PageRequest.first(2));
        found.addAll(page.items());
        while (page.nextCursor().isPresent()) {
            page = transactions.page(portfolio, new PageRequest(2, page.cursor()));
            found.addAll(page.items());
        }

        assertThat(found).containsExactlyElementsOf(all);
        assertThat(transactions.page(other, PageRequest.first(2)).items()).isEmpty();
    }

    @Test
    void refusesACursorThatNoPageHandedOut() {
        assertThatThrownBy(() -> transactions.page(portfolio, new PageRequest(3, "nonsense")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void findsExternalIdsAlsoOfWhatWasReversed() {
        Transaction wrong = transaction(1, buy(DAY, "DAX", "a"), 1);
        append(wrong);
        append(reversal(2, wrong));

        assertThat(transactions.withExternalIds(portfolio, Set.of(new ExternalId("a"), new ExternalId("b"))))
                .hasSize(1)
                .extractingByKey(new ExternalId("a"))
                .extracting(Transaction::id)
                .isEqualTo(wrong.id());
        assertThat(transactions.withExternalIds(other, Set.of(new ExternalId("a"))))
                .isEmpty();
    }

    @Test
    void countsEqualContentsThatHaveNoExternalId() {
        Transaction one = transaction(1, deposit(DAY), 1);
        Transaction two = transaction(2, deposit(DAY), 2);
        append(one, two, transaction(3, buy(DAY, "DAX", "a"), 1));
        append(reversal(4, two));
        ContentKey deposit = ContentKey.of(deposit(DAY));
        ContentKey named = ContentKey.of(buy(DAY, "DAX", null));

        assertThat(transactions.occurrences(portfolio, Set.of(deposit, named)))
                .hasSize(1)
                .containsEntry(deposit, 2);
        assertThat(transactions.occurrences(other, Set.of(deposit))).isEmpty();
    }

    @Test
    void givesWhatTakesEffectAfterADay() {
        Transaction early = transaction(1, deposit(DAY), 1);
        Transaction late = transaction(2, deposit(DAY.plusDays(1)), 1);
        Transaction undone = transaction(3, buy(DAY.plusDays(2), "ACME", null), 1);
        append(early, late, undone);
        append(reversal(4, undone));

        assertThat(transactions.effective(portfolio, DAY))
                .extracting(Transaction::id)
                .containsExactly(late.id());
        assertThat(transactions.effective(portfolio, DAY.plusDays(1))).isEmpty();
    }

    @Test
    void knowsTheFirstDayThatHasChangedSinceATransaction() {
        Transaction old = transaction(1, buy(DAY.minusDays(9), "ACME", null), 1);
        append(old, transaction(2, deposit(DAY), 1));
        append(transaction(3, deposit(DAY.plusDays(5)), 1), transaction(4, deposit(DAY.plusDays(2)), 1));

        assertThat(transactions.firstChange(portfolio, 4)).isEmpty();
        assertThat(transactions.firstChange(portfolio, 2)).contains(DAY.plusDays(2));
        assertThat(transactions.firstChange(other, 0)).isEmpty();
        append(reversal(5, old));
        assertThat(transactions.firstChange(portfolio, 4)).contains(DAY.minusDays(9));
    }
}
