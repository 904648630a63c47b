package io.quantumleap.chat.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.chat.cost.port.CostLedger;
import io.quantumleap.chat.model.BudgetReachedException;
import io.quantumleap.chat.model.ModelTask;
import io.quantumleap.chat.model.TokenUsage;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.UnitOfWork;
import io.quantumleap.core.shared.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every account of model calls must do, through the meter that works on it. */
public abstract class CostLedgerContract {

    private static final Instant NOON = Instant.parse("2031-03-10T12:00:00Z");
    private static final YearMonth MARCH = YearMonth.of(2031, 3);
    private static final TokenUsage MILLION_EACH = new TokenUsage(1_000_000, 1_000_000);
    private static final PriceList PRICES = new PriceList(
            Currency.getInstance("USD"), Map.of("gpt", new Price(new BigDecimal("2.5"), new BigDecimal("10"))));

    private Instant now = NOON;
    private final UserId user = new UserId(UUID.randomUUID());

    /** The account under test; what everybody has spent in March 2031 is only what these tests spent. */
    protected abstract CostLedger ledger();

    /** The unit of work that it writes in. */
    protected abstract UnitOfWork unitOfWork();

    private Meter meter() {
        return new Meter(ledger(), PRICES, unitOfWork(), new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Test
    void setsTheWorstCaseAsideAndPutsWhatItWasInItsPlace() {
        ModelCall call = call("gpt", false);
        meter().reserve(call, MILLION_EACH);
        assertTotal("0", "12.5");
        assertThat(report().rows()).isEmpty();

        meter().settle(call, new TokenUsage(100_000, 10_000), false);

        assertTotal("0.35", "0");
        CostReport report = report();
        assertThat(report.total().knownCost())
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("0.35"));
        assertThat(report.total().tokens()).isEqualTo(110_000);
        assertThat(report.total().estimated()).isZero();
        assertThat(report.daysRemaining()).isEqualTo(21);
        assertThat(report.projected()).isEqualByComparingTo("1.085");
        assertThat(report.rows().get(0).conversation()).isEqualTo(call.talk());
    }

    @Test
    void settlesACallOnceHoweverOftenItIsTold() {
        ModelCall call = call("gpt", false);
        meter().reserve(call, MILLION_EACH);
        for (int i = 0; i < 3; i++) {
            meter().settle(call, new TokenUsage(1_000_000, 0), false);
        }
        meter().release(call);
        assertTotal("2.5", "0");
        assertThat(report().total().requests()).isEqualTo(1);
    }

    @Test
    void takesNothingForACallThatWasRefused() {
        ModelCall call = call("gpt", false);
        meter().reserve(call, MILLION_EACH);
        meter().release(call);
        assertTotal("0", "0");
    }

    @Test
    void keepsWhatWasSetAsideForACallOfAProgramThatDied() {
        ModelCall call = call("gpt", false);
        meter().reserve(call, MILLION_EACH);
        now = NOON.plus(Duration.ofMinutes(9));
        meter().expire();
        assertTotal("0", "12.5");

        now = NOON.plus(Duration.ofMinutes(11));
        meter().expire();
        meter().expire();

        assertTotal("12.5", "0");
        assertThat(report().total().estimated()).isEqualTo(1);

        meter().settle(call, new TokenUsage(1_000_000, 0), false);
        assertTotal("2.5", "0");
        assertThat(report().total().estimated()).isZero();
    }

    @Test
    void countsTokensAndNoMoneyWhereThePriceIsUnknown() {
        ModelCall call = call("unheard-of", false);
        meter().reserve(call, MILLION_EACH);
        meter().settle(call, new TokenUsage(5, 7), false);
        CostReport report = report();
        assertThat(report.total().knownCost()).isEmpty();
        assertThat(report.total().unpriced()).isEqualTo(1);
        assertThat(report.total().tokens()).isEqualTo(12);
    }

    @Test
    void stopsBeforeTheBudgetIsExceeded() {
        budget(Payer.user(user), "20", true);
        meter().reserve(call("gpt", false), MILLION_EACH);
        assertThatThrownBy(() -> meter().reserve(call("gpt", false), MILLION_EACH))
                .isInstanceOfSatisfying(BudgetReachedException.class, reached -> assertThat(reached.left())
                        .isEqualTo(Duration.ofHours(12 + 21 * 24)));
        assertTotal("0", "12.5");
        meter().reserve(call("gpt", false), new TokenUsage(3_000_000, 0));
        assertTotal("0", "20.0");
    }

    @Test
    void doesNotGuessThePriceOfAModelUnderABudget() {
        budget(Payer.user(user), "20", true);
        assertThatThrownBy(() -> meter().reserve(call("unheard-of", false), MILLION_EACH))
                .isInstanceOf(BudgetReachedException.class)
                .hasMessageContaining("price is not known");
    }

    @Test
    void goesOnWhereTheBudgetOnlyWarns() {
        budget(Payer.user(user), "1", false);
        ModelCall call = call("gpt", false);
        meter().reserve(call, MILLION_EACH);
        meter().settle(call, MILLION_EACH, false);
        assertThat(report().status()).isEqualTo(CostReport.Status.EXCEEDED);
    }

    @Test
    void letsAUserWhoPaysThroughTheBudgetOfTheInstallation() {
        BigDecimal before = ledger().total(Payer.EVERYBODY, MARCH).committed();
        ModelCall call = call("gpt", true);
        meter().reserve(call, MILLION_EACH);
        meter().settle(call, MILLION_EACH, false);
        assertThat(ledger().total(Payer.EVERYBODY, MARCH).committed()).isEqualByComparingTo(before);
        assertTotal("12.5", "0");
    }

    @Test
    void admitsNoMoreThanTheBudgetHoldsWhenManyAskAtOnce() throws Exception {
        budget(Payer.user(user), "62.5", true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int admitted = 0;
        try {
            List<Future<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ModelCall call = call("gpt", false);
                asked.add(threads.submit(() -> {
                    try {
                        meter().reserve(call, MILLION_EACH);
                        meter().settle(call, MILLION_EACH, false);
                        return true;
                    } catch (BudgetReachedException reached) {
                        return false;
                    }
                }));
            }
            for (Future<Boolean> one : asked) {
                admitted += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertThat(admitted).isEqualTo(5);
        assertTotal("62.5", "0");
    }

    @Test
    void givesABudgetBackAsItWasSet() {
        Budget budget = new Budget(Money.of("12.34", "USD"), new BigDecimal("50"), new BigDecimal("99.5"), false);
        SetBudget setBudget = new SetBudget(ledger(), meter(), unitOfWork());
        assertThat(setBudget.current(Payer.user(user))).isEmpty();
        setBudget.set(Payer.user(user), new Budget(Money.of("1", "USD"), BigDecimal.ONE, BigDecimal.TEN, true));
        assertThat(setBudget.set(Payer.user(user), budget)).isEqualTo(budget);
        assertThat(setBudget.current(Payer.user(user))).contains(budget);
    }

    @Test
    void removesABudgetOnceAndNobodyElses() {
        Payer other = Payer.user(new UserId(UUID.randomUUID()));
        SetBudget setBudget = new SetBudget(ledger(), meter(), unitOfWork());
        budget(Payer.user(user), "5", true);
        budget(other, "6", true);

        setBudget.remove(Payer.user(user));

        assertThat(setBudget.current(Payer.user(user))).isEmpty();
        assertThat(setBudget.current(other)).isPresent();
        assertThatThrownBy(() -> setBudget.remove(Payer.user(user))).isInstanceOf(MissingObjectException.class);
    }

    private CostReport report() {
        return new ViewCosts(ledger(), meter(), unitOfWork()).month(Payer.user(user));
    }

    private void budget(Payer payer, String amount, boolean stop) {
        unitOfWork().run(() -> ledger().put(
                        payer,
                        new Budget(Money.of(amount, "USD"), BigDecimal.valueOf(80), BigDecimal.valueOf(95), stop),
                        now));
    }

    private void assertTotal(String spent, String reserved) {
        MonthTotal total = ledger().total(Payer.user(user), MARCH);
        assertThat(total.spent()).isEqualByComparingTo(spent);
        assertThat(total.reserved()).isEqualByComparingTo(reserved);
        assertThat(ledger().spending(Payer.user(user), LocalDate.of(2031, 3, 1), LocalDate.of(2031, 3, 31)).stream()
                        .map(SpendingRow::cost)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("the entries add up to the total")
                .isEqualByComparingTo(spent);
    }

    private ModelCall call(String model, boolean ownKey) {
        return new ModelCall(UUID.randomUUID(), user, UUID.randomUUID(), ModelTask.CHAT, "openai", model, ownKey, now);
    }
}
