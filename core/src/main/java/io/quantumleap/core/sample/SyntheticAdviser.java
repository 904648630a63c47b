package io.quantumleap.core.sample;

import static io.quantumleap.core.portfolio.TransactionType.DEPOSIT;
import static io.quantumleap.core.portfolio.TransactionType.FEE;
import static io.quantumleap.core.portfolio.TransactionType.INTEREST;
import static io.quantumleap.core.portfolio.TransactionType.TAX;
import static io.quantumleap.core.portfolio.TransactionType.WITHDRAWAL;

import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.sample.SyntheticMarket.Dividend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Runs a portfolio in the synthetic market by simple rules, without chance:
 *
 * <ul>
 *   <li>100,000 USD come in on the first day and buy all twelve instruments at their target weights on the second;
 *   <li>on the first trading day of every half-year 4,000 USD come in, and what is not needed as a reserve of 1 % buys the two
 *       holdings that are furthest below their targets;
 *   <li>each January a holding above one and a half times its target is cut to 1.2 times;
 *   <li>five withdrawals are paid, by selling what is furthest above its target when cash is short;
 *   <li>at the end of the year come 1 % interest on the cash, a custody fee of 0.20 % of the value, and 15 % tax on the year's dividends.
 * </ul>
 *
 * <p>Trades are of whole shares at the close of the day and cost 0.05 %, at least 1 USD. Used once; not safe for use by many
 * threads.
 */
final class SyntheticAdviser {

    private static final BigDecimal FIRST_DEPOSIT = new BigDecimal("100000.00");
    private static final BigDecimal REGULAR_DEPOSIT = new BigDecimal("4000.00");
    private static final BigDecimal RESERVE = new BigDecimal("0.01");
    private static final BigDecimal COMMISSION = new BigDecimal("0.0005");
    private static final BigDecimal LEAST_COMMISSION = new BigDecimal("1.00");
    private static final BigDecimal INTEREST_RATE = new BigDecimal("0.01");
    private static final BigDecimal CUSTODY_RATE = new BigDecimal("0.0020");
    private static final BigDecimal TAX_RATE = new BigDecimal("0.15");
    private static final BigDecimal TOO_MUCH = new BigDecimal("1.5");
    private static final BigDecimal ENOUGH = new BigDecimal("1.2");
    private static final int BUYS_A_REVIEW = 2;

    private static final NavigableMap<LocalDate, BigDecimal> WITHDRAWALS = new TreeMap<>(Map.of(
            LocalDate.of(2018, 3, 15), new BigDecimal("6000.00"),
            LocalDate.of(2020, 9, 1), new BigDecimal("8000.00"),
            LocalDate.of(2022, 6, 15), new BigDecimal("10000.00"),
            LocalDate.of(2023, 10, 2), new BigDecimal("12000.00"),
            LocalDate.of(2025, 4, 1), new BigDecimal("9000.00")));

    private final SyntheticMarket market;
    private final SampleLedger ledger = new SampleLedger();
    private BigDecimal dividendsOfTheYear = BigDecimal.ZERO;
    private int day;

    SyntheticAdviser(SyntheticMarket market) {
        this.market = market;
    }

    /** All transactions from the first to the last day, in the order in which they happen. */
    List<TransactionFields> run() {
        for (day = 0; day < market.days().size(); day++) {
            takeWhatTheMarketGives();
            if (day == 0) {
                ledger.receive(today(), DEPOSIT, FIRST_DEPOSIT);
            } else if (day == 1) {
                buyTheTargets();
            } else if (isFirstTradingDayOf(Month.JANUARY) || isFirstTradingDayOf(Month.JULY)) {
                review();
            }
            payWithdrawals();
            if (isLastTradingDayOfTheYear()) {
                closeTheYear();
            }
        }
        return ledger.rows();
    }

    private void takeWhatTheMarketGives() {
        if (SyntheticMarket.SPLIT.date().equals(today())) {
            ledger.split(today(), SyntheticMarket.SPLIT.symbol(), SyntheticMarket.SPLIT.ratio());
        }
        for (Dividend dividend : market.dividends()) {
            int shares = ledger.shares(dividend.symbol());
            if (dividend.date().equals(today()) && shares > 0) {
                BigDecimal amount = dividend.perShare().multiply(BigDecimal.valueOf(shares));
                ledger.dividend(today(), dividend.symbol(), amount);
                dividendsOfTheYear = dividendsOfTheYear.add(amount);
            }
        }
    }

    private void buyTheTargets() {
        BigDecimal value = value();
        for (SyntheticInstrument instrument : SyntheticInstrument.ALL) {
            buy(instrument, target(instrument, value));
        }
    }

    private void review() {
        ledger.receive(today(), DEPOSIT, REGULAR_DEPOSIT);
        BigDecimal value = value();
        if (today().getMonth() == Month.JANUARY) {
            cutWhatHasGrownTooMuch(value);
        }
        BigDecimal spare = ledger.cash().subtract(value.multiply(RESERVE));
        BigDecimal each = spare.divide(BigDecimal.valueOf(BUYS_A_REVIEW), 2, RoundingMode.DOWN);
        SyntheticInstrument.ALL.stream()
                .sorted(Comparator.comparing(instrument -> aboveTarget(instrument, value)))
                .limit(BUYS_A_REVIEW)
                .forEach(instrument -> buy(instrument, each));
    }

    private void cutWhatHasGrownTooMuch(BigDecimal value) {
        for (SyntheticInstrument instrument : SyntheticInstrument.ALL) {
            BigDecimal target = target(instrument, value);
            if (held(instrument).compareTo(target.multiply(TOO_MUCH)) > 0) {
                sell(instrument, held(instrument).subtract(target.multiply(ENOUGH)));
            }
        }
    }

    private void payWithdrawals() {
        LocalDate yesterday = day == 0 ? today().minusDays(1) : market.days().get(day - 1);
        for (BigDecimal amount :
                WITHDRAWALS.subMap(yesterday, false, today(), true).values()) {
            BigDecimal missing = amount.add(value().multiply(RESERVE)).subtract(ledger.cash());
            if (missing.signum() > 0) {
                sell(furthestAboveItsTarget(), missing);
            }
            ledger.pay(today(), WITHDRAWAL, amount);
        }
    }

    private void closeTheYear() {
        ledger.receive(today(), INTEREST, cents(ledger.cash().multiply(INTEREST_RATE)));
        ledger.pay(today(), FEE, cents(value().multiply(CUSTODY_RATE)));
        ledger.pay(today(), TAX, cents(dividendsOfTheYear.multiply(TAX_RATE)));
        dividendsOfTheYear = BigDecimal.ZERO;
    }

    /** Buys as many whole shares as the amount, commission included, pays for. */
    private void buy(SyntheticInstrument instrument, BigDecimal amount) {
        BigDecimal price = close(instrument);
        int quantity = wholeShares(amount.subtract(commission(amount)), price, RoundingMode.DOWN);
        if (quantity > 0) {
            ledger.buy(today(), instrument.symbol(), quantity, price, commission(gross(price, quantity)));
        }
    }

    /** Sells as few whole shares as bring in the amount after commission. */
    private void sell(SyntheticInstrument instrument, BigDecimal amount) {
        BigDecimal price = close(instrument);
        int quantity = wholeShares(amount.add(commission(amount)), price, RoundingMode.UP);
        ledger.sell(today(), instrument.symbol(), quantity, price, commission(gross(price, quantity)));
    }

    private static int wholeShares(BigDecimal amount, BigDecimal price, RoundingMode rounding) {
        return amount.divide(price, 0, rounding).intValueExact();
    }

    private static BigDecimal gross(BigDecimal price, int quantity) {
        return price.multiply(BigDecimal.valueOf(quantity));
    }

    private static BigDecimal commission(BigDecimal gross) {
        return cents(gross.multiply(COMMISSION)).max(LEAST_COMMISSION);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    private SyntheticInstrument furthestAboveItsTarget() {
        BigDecimal value = value();
        return SyntheticInstrument.ALL.stream()
                .max(Comparator.comparing(instrument -> aboveTarget(instrument, value)))
                .orElseThrow();
    }

    private BigDecimal aboveTarget(SyntheticInstrument instrument, BigDecimal value) {
        return held(instrument).subtract(target(instrument, value));
    }

    private static BigDecimal target(SyntheticInstrument instrument, BigDecimal value) {
        return value.multiply(BigDecimal.valueOf(instrument.targetPercent(), 2));
    }

    private BigDecimal value() {
        return SyntheticInstrument.ALL.stream().map(this::held).reduce(ledger.cash(), BigDecimal::add);
    }

    private BigDecimal held(SyntheticInstrument instrument) {
        return gross(close(instrument), ledger.shares(instrument.symbol()));
    }

    private BigDecimal close(SyntheticInstrument instrument) {
        return market.close(instrument.symbol(), day);
    }

    private LocalDate today() {
        return market.days().get(day);
    }

    private boolean isFirstTradingDayOf(Month month) {
        return today().getMonth() == month && market.days().get(day - 1).getMonth() != month;
    }

    private boolean isLastTradingDayOfTheYear() {
        return day == market.days().size() - 1 || market.days().get(day + 1).getYear() != today().getYear();
    }
}
