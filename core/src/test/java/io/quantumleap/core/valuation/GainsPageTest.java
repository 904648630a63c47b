package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.InvalidValueException;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.PageRequest;
import io.quantumleap.core.shared.UserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GainsPageTest {

    private final Office office = new Office("USD");
    private final AtomicInteger plays = new AtomicInteger();
    private final ViewGains gains =
            new ViewGains(office.portfolios, counted(office.transactions), office.prices, Office.CLOCK);

    /** Counts how often the whole ledger is read. */
    private Transactions counted(Transactions store) {
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Transactions.class}, (proxy, method, given) -> {
                    if (method.getName().equals("play")) {
                        plays.incrementAndGet();
                    }
                    try {
                        return method.invoke(store, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private GainsPage page(int limit, String cursor) {
        return Office.known(gains.page(office.user, office.portfolio.id(), null, null, new PageRequest(limit, cursor)));
    }

    /** Buys of one unit at 1, 2, ... and a sale of three of them on one day, two on the next, in two years. */
    private void tradeOverTwoYears() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            rows.add("2024-01-0" + i + " buy X 1 " + i);
        }
        rows.add("2025-02-03 sell X 3 10");
        rows.add("2025-02-04 sell X 2 10");
        rows.add("2026-02-04 sell X 2 10");
        office.book(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 50})
    void givesEveryGainOnceNewestFirst(int limit) {
        tradeOverTwoYears();
        List<RealisedGain> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            GainsPage page = page(limit, cursor.orElse(null));
            assertThat(page.page().items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.page().items());
            cursor = page.page().nextCursor();
        } while (cursor.isPresent());

        List<RealisedGain> oldestFirst = new ArrayList<>(seen);
        Collections.reverse(oldestFirst);
        assertThat(oldestFirst).hasSize(7).isEqualTo(office.gains().gains());
        assertThat(seen.get(0).date()).isEqualTo(LocalDate.of(2026, 2, 4));
        assertThat(plays).as("the ledger is played once for all pages").hasValue(1);
    }

    @Test
    void totalsEveryGainAndNotThoseOfThePage() {
        tradeOverTwoYears();

        GainsView whole = page(1, null).whole();

        assertThat(whole.gains()).hasSize(7);
        assertThat(whole.gainInBase()).isEqualTo(Money.of("42", "USD"));
        assertThat(whole.totals().get(0).gain()).isEqualTo(Money.of("42", "USD"));
        assertThat(whole.years()).extracting(GainsView.Year::year).containsExactly(2025, 2026);
        assertThat(whole.years())
                .extracting(GainsView.Year::gainInBase)
                .containsExactly(Money.of("35", "USD"), Money.of("7", "USD"));
        assertThat(whole.years().get(1).totals().get(0).longTermGain()).isEqualTo(Money.of("7", "USD"));
    }

    @Test
    void goesOnWhereItWasWhenAnotherDayChangesInBetween() {
        tradeOverTwoYears();
        GainsPage first = page(3, null);
        office.book("2026-03-02 sell X 1 10");

        GainsPage second = page(2, first.page().nextCursor().orElseThrow());

        assertThat(first.page().items())
                .extracting(RealisedGain::acquired)
                .containsExactly(LocalDate.of(2024, 1, 7), LocalDate.of(2024, 1, 6), LocalDate.of(2024, 1, 5));
        assertThat(second.page().items())
                .extracting(RealisedGain::acquired)
                .containsExactly(LocalDate.of(2024, 1, 4), LocalDate.of(2024, 1, 3));
        assertThat(second.whole().gains()).as("and the new sale counts").hasSize(8);
    }

    @Test
    void seesANewRateAndAnotherPolicyAtOnce() {
        tradeOverTwoYears();
        assertThat(page(50, null).whole().gainInBase()).isEqualTo(Money.of("42", "USD"));

        office.under("lifo");

        assertThat(page(50, null).whole().gainInBase()).isEqualTo(Money.of("28", "USD"));
    }

    @Test
    void answersNobodyButTheOwner() {
        tradeOverTwoYears();
        page(50, null);
        UserId stranger = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> gains.page(stranger, office.portfolio.id(), null, null, PageRequest.first(50)))
                .isInstanceOf(MissingObjectException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2025-02-03", "2025-02-03~", "2025-02-03~-1", "2025-13-01~0", "2025-02-03~0~0"})
    void refusesACursorThatNoPageHandedOut(String cursor) {
        assertThatThrownBy(() -> page(50, cursor)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void keepsNoMoreThanItMay() {
        RecentGains recent = new RecentGains(3);
        GainsView empty = page(50, null).whole();
        RecentGains.Key one = key(1);
        recent.keep(one, empty);
        recent.keep(key(2), empty);
        recent.keep(key(3), empty);
        assertThat(recent.find(one)).as("used last").isPresent();

        recent.keep(key(4), empty);

        assertThat(recent.find(key(2))).isEmpty();
        assertThat(recent.find(one)).isPresent();
        tradeOverTwoYears();
        recent.keep(key(5), page(50, null).whole());
        assertThat(recent.find(key(5))).as("too many").isEmpty();
    }

    private RecentGains.Key key(int revision) {
        return new RecentGains.Key(
                office.portfolio.id(), new Revision(revision, revision), LocalDate.EPOCH, null, null);
    }
}
