package io.quantumleap.core.portfolio.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.ContentKey;
import io.quantumleap.core.portfolio.Entry;
import io.quantumleap.core.portfolio.ExternalId;
import io.quantumleap.core.portfolio.PortfolioId;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
