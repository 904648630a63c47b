package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.valuation.Office;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReverseTransactionTest {

    private final Office office = new Office("EUR");

    @Test
    void takesTheEffectAwayAndLeavesATrail() {
        office.book("2026-01-02 deposit - - - - 100", "2026-01-03 buy DAX 1 50");
        Transaction wrong = office.record("2026-01-03 deposit - - - - 900");

        Transaction reversal = ((Undoing.Done) office.reverse(wrong.id())).reversal();

        assertThat(office.holdings(null).cash()).containsExactly(Office.eur("50"));
        assertThat(reversal.reversalOf()).contains(wrong.id());
        assertThat(reversal.date()).isEqualTo(wrong.date());
        assertThat(reversal.reason()).contains(new Reason("Typed twice"));
        assertThat(office.transactions
                        .page(office.portfolio.id(), PageRequest.first(10))
                        .items())
                .hasSize(4)
                .element(1)
                .returns(reversal.id(), transaction -> transaction.reversedBy().orElseThrow());
        assertThat(office.now().ledger().transactionCount()).isEqualTo(4);
    }

    @Test
    void reversesATransactionOnce() {
        Transaction wrong = office.record("2026-01-03 deposit - - - - 900");
        office.reverse(wrong.id());

        assertThat(office.reverse(wrong.id())).isEqualTo(new Undoing.Refused("The transaction is reversed already."));
    }

    @Test
    void doesNotReverseAReversal() {
        Transaction wrong = office.record("2026-01-03 deposit - - - - 900");
        Transaction reversal = ((Undoing.Done) office.reverse(wrong.id())).reversal();

        assertThat(office.reverse(reversal.id())).isInstanceOf(Undoing.Refused.class);
    }

    @Test
    void keepsWhatALaterSaleNeeds() {
        Transaction first = office.record("2026-01-02 buy DAX 5 50");
        Transaction split = office.record("2026-01-03 split DAX 2");
        Transaction sale = office.record("2026-01-04 sell DAX 8 30");

        assertThat(office.reverse(first.id())).isInstanceOf(Undoing.Refused.class);
        assertThat(office.reverse(split.id())).isInstanceOf(Undoing.Refused.class);
        assertThat(office.reverse(sale.id())).isInstanceOf(Undoing.Done.class);
        assertThat(office.reverse(split.id())).isInstanceOf(Undoing.Done.class);
        assertThat(office.reverse(first.id())).isInstanceOf(Undoing.Done.class);
        assertThat(office.lots(null).lots()).isEmpty();
    }

    @Test
    void knowsOnlyTransactionsOfThePortfolio() {
        assertThatThrownBy(() -> office.reverse(new TransactionId(UUID.randomUUID())))
                .isInstanceOf(MissingObjectException.class);
    }
}
