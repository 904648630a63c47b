package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewContributionsTest {

    private final Office office = new Office("EUR");
    private final ViewContributions contributions =
            new ViewContributions(office.portfolios, office.transactions, office.prices, Office.CLOCK);

    @Test
    void tellsWhoGainedAndWhoLost() {
        office.book(
                        "2026-01-02 deposit - - - - 1000",
                        "2026-01-02 buy DAX 3 100",
                        "2026-01-02 buy ACME 10 20",
                        "2026-03-10 buy ACME 5 18 1",
                        "2026-03-11 sell DAX 1 120",
                        "2026-03-12 dividend DAX - - - 4",
                        "2026-03-13 interest - - - - 2",
                        "2026-03-14 deposit - - - - 50")
                .price(
                        "2026-02-27 DAX 110 EUR",
                        "2026-02-27 ACME 21 EUR",
                        "2026-03-31 DAX 125 EUR",
                        "2026-03-31 ACME 15 EUR");

        ContributionsView march = view("2026-03-01", "2026-03-31");

        // DAX: 2 x 125 - 3 x 110 + 120 + 4; ACME: 15 x 15 - 10 x 21 - 91.
        assertThat(march.holdings())
                .extracting(part -> part.symbol().value() + " " + part.gain().rounded())
                .containsExactly("ACME -76.00 EUR", "DAX 44.00 EUR");
        assertThat(march.other()).isEqualByComparingTo(Office.eur("2"));
        assertThat(march.gain()).isEqualByComparingTo(Office.eur("-30"));
        assertThat(march.netInflow()).isEqualByComparingTo(Office.eur("50"));
        assertThat(march.startValue().plus(march.netInflow()).plus(march.gain()))
                .isEqualByComparingTo(march.endValue());
        // 1,040 at the start; 50 stayed 17 of 31 days.
        assertThat(march.capital().amount().doubleValue()).isEqualTo(1040 + 50 * 17 / 31.0);
        assertThat(march.holdings().get(1).ownReturn().orElseThrow())
                .isEqualTo(44 / (330 - 120 * 20 / 31.0 - 4 * 19 / 31.0));
    }

    @Test
    void startsWithTheFirstTransactionWhenNoDayIsGiven() {
        office.book("2026-01-05 deposit - - - - 100", "2026-01-05 buy DAX 1 60")
                .price("2026-01-05 DAX 60 EUR", "2026-01-09 DAX 66 EUR");

        ContributionsView all = view(null, null);

        assertThat(all.from()).isEqualTo("2026-01-04");
        assertThat(all.startValue()).isEqualByComparingTo(Office.eur("0"));
        assertThat(all.gain()).isEqualByComparingTo(Office.eur("6"));
        assertThat(all.holdings()).hasSize(1);
    }

    @Test
    void countsSecuritiesThatWereTransferredInAsNoGain() {
        office.book("2026-01-05 transfer_in DAX 10 60").price("2026-01-05 DAX 100 EUR", "2026-01-06 DAX 105 EUR");
        ContributionsView all = view(null, null);
        assertThat(all.gain()).isEqualByComparingTo(Office.eur("50"));
        assertThat(all.holdings().get(0).gain()).isEqualByComparingTo(Office.eur("50"));
        assertThat(all.other()).isEqualByComparingTo(Office.eur("0"));
    }

    @Test
    void addsUpInTheBaseCurrencyAlsoWhenRatesChange() {
        office.book(
                        "2026-01-02 deposit - - - - 200 GBP",
                        "2026-01-02 buy FTSE 1 100 - - GBP",
                        "2026-01-06 dividend FTSE - - - 10 GBP")
                .price(
                        "2026-01-02 GBP/EUR 1.1",
                        "2026-01-06 GBP/EUR 1.3",
                        "2026-01-02 FTSE 100 GBP",
                        "2026-01-06 FTSE 90 GBP");
        ContributionsView all = view(null, null);
        Money sum = all.holdings().stream().map(ContributionsView.Part::gain).reduce(all.other(), Money::plus);
        assertThat(sum).isEqualByComparingTo(all.gain());
        // 90 x 1.3 - 100 x 1.1 + 10 x 1.3 of the shares; the rest is the pound's rise on the cash.
        assertThat(all.holdings().get(0).gain()).isEqualByComparingTo(Office.eur("20"));
        assertThat(all.gain()).isEqualByComparingTo(Office.eur("40"));
    }

    @Test
    void refusesALastDayBeforeTheFirst() {
        office.book("2026-01-05 deposit - - - - 100");
        assertThatThrownBy(() -> view("2026-03-01", "2026-01-31")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void saysWhichPriceIsMissing() {
        office.book("2026-01-05 deposit - - - - 100 GBP");
        assertThat(contributions
                        .view(office.user, office.portfolio.id(), null, null)
                        .<List<MissingPrice>>fold(known -> List.of(), List::copyOf))
                .isNotEmpty();
    }

    private ContributionsView view(String from, String to) {
        return contributions
                .view(
                        office.user,
                        office.portfolio.id(),
                        from == null ? null : LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to))
                .fold(known -> known, missing -> {
                    throw new AssertionError("missing " + missing);
                });
    }
}
