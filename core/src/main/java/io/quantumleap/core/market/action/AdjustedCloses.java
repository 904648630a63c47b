package io.quantumleap.core.market.action;

import io.quantumleap.core.market.PriceSeries;
import io.quantumleap.core.market.action.CorporateAction.CashDividend;
import io.quantumleap.core.market.action.CorporateAction.Split;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Closes that are adjusted backwards for corporate actions: the latest close is as traded, and earlier ones are brought to
 * the same footing. Computed when asked for and never stored, since a new action changes all earlier values.
 *
 * <p>The adjusted close of a day is its close times the factors of all actions whose ex-date is later, up to the last close
 * of the series:
 *
 * <ul>
 *   <li>a split of <i>n</i> new for <i>m</i> old shares has the factor <i>m / n</i>;
 *   <li>a cash dividend <i>D</i> has the factor <i>1 - D / P</i>, where <i>P</i> is the last close before the ex-date, as
 *       traded, divided by the ratios of splits between that close and the ex-date; counted for {@link Adjustment#TOTAL} only.
 *       Several dividends of one ex-date count as their sum. A dividend is per share as held on the day before the ex-date, before
 *       a split of the same day.
 * </ul>
 *
 * <p>These are the multipliers that Yahoo! Finance publishes its adjusted close with (Help, "What is the adjusted close?"),
 * after the standards of the Center for Research in Security Prices (CRSP). The change over an ex-date is thus <i>P' / (P -
 * D) - 1</i>; CRSP's own return is <i>(P' + D) / P - 1</i>, which differs by the dividend's own change of that day.
 *
 * <p>Factors are computed to 34 digits (IEEE 754-2008 decimal128) and adjusted closes rounded half-even to 10 decimals. A
 * dividend that cannot be counted (its currency is not that of the closes, or it is not less than the close before) is left
 * out and a note says so. Immutable.
 */
public final class AdjustedCloses {

    private static final int DECIMALS = 10;

    private final PriceSeries raw;
    private final PriceSeries adjusted;
    private final List<String> notes;

    private AdjustedCloses(PriceSeries raw, PriceSeries adjusted, List<String> notes) {
        this.raw = raw;
        this.adjusted = adjusted;
        this.notes = List.copyOf(notes);
    }

    /**
     * Adjusts a series.
     *
     * @param raw closes as traded; their last one is the footing
     * @param actions corporate actions of the same instrument, in any order
     */
    public static AdjustedCloses of(PriceSeries raw, List<? extends CorporateAction> actions, Adjustment adjustment) {
        Objects.requireNonNull(adjustment, "adjustment");
        List<String> notes = new ArrayList<>();
        if (raw.size() == 0 || adjustment == Adjustment.NONE) {
            return new AdjustedCloses(raw, raw, notes);
        }
        List<Step> steps = steps(raw, actions, adjustment, notes);
        BigDecimal[] closes = new BigDecimal[raw.size()];
        BigDecimal factor = BigDecimal.ONE;
        int next = steps.size() - 1;
        for (int i = raw.size() - 1; i >= 0; i--) {
            while (next >= 0 && steps.get(next).exDate().isAfter(raw.date(i))) {
                factor = factor.multiply(steps.get(next--).factor(), MathContext.DECIMAL128);
            }
            closes[i] = raw.close(i).multiply(factor).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        }
        return new AdjustedCloses(raw, positive(raw, closes, notes), notes);
    }

    private record Step(LocalDate exDate, BigDecimal factor) {}

    /** What the closes before each ex-date are multiplied with, in date order. */
    private static List<Step> steps(
            PriceSeries raw, List<? extends CorporateAction> actions, Adjustment adjustment, List<String> notes) {
        LocalDate last = raw.date(raw.size() - 1);
        List<Step> steps = new ArrayList<>();
        List<CashDividend> dividends = new ArrayList<>();
        for (CorporateAction action : actions) {
            if (action.exDate().isAfter(last) || !action.exDate().isAfter(raw.date(0))) {
                continue;
            }
            if (action instanceof Split split) {
                steps.add(
                        new Step(split.exDate(), split.oldShares().divide(split.newShares(), MathContext.DECIMAL128)));
            } else if (action instanceof CashDividend dividend && adjustment == Adjustment.TOTAL) {
                dividends.add(dividend);
            }
        }
        dividends.stream()
                .map(CashDividend::exDate)
                .distinct()
                .forEach(day -> addDividends(
                        raw,
                        day,
                        dividends.stream()
                                .filter(one -> one.exDate().equals(day))
                                .toList(),
                        closeBefore(raw, day, actions),
                        steps,
                        notes));
        steps.sort(Comparator.comparing(Step::exDate));
        return steps;
    }

    /** The last close before a day, per share as held on the day before: a split without a close since has made more of them. */
    private static BigDecimal closeBefore(PriceSeries raw, LocalDate exDate, List<? extends CorporateAction> actions) {
        int last = raw.indexOnOrBefore(exDate.toEpochDay() - 1);
        BigDecimal close = raw.close(last);
        for (CorporateAction action : actions) {
            if (action instanceof Split split
                    && split.exDate().isAfter(raw.date(last))
                    && split.exDate().isBefore(exDate)) {
                close = close.multiply(split.oldShares()).divide(split.newShares(), MathContext.DECIMAL128);
            }
        }
        return close;
    }

    private static void addDividends(
            PriceSeries raw,
            LocalDate exDate,
            List<CashDividend> ofTheDay,
            BigDecimal before,
            List<Step> steps,
            List<String> notes) {
        BigDecimal sum = BigDecimal.ZERO;
        for (CashDividend dividend : ofTheDay) {
            if (dividend.amount().currency().equals(raw.currency())) {
                sum = sum.add(dividend.amount().amount());
            } else {
                notes.add("The dividend of " + exDate + " is left out: it is in "
                        + dividend.amount().currency() + ", the closes are in " + raw.currency() + ".");
            }
        }
        if (sum.compareTo(before) >= 0) {
            notes.add("The dividend of " + exDate + " is left out: it is not less than the close before.");
        } else if (sum.signum() > 0) {
            steps.add(new Step(exDate, BigDecimal.ONE.subtract(sum.divide(before, MathContext.DECIMAL128))));
        }
    }

    /** A close that became too small to be told from zero would be none. */
    private static PriceSeries positive(PriceSeries raw, BigDecimal[] closes, List<String> notes) {
        int last = -1;
        for (int i = 0; i < closes.length; i++) {
            if (closes[i].signum() == 0) {
                closes[i] = BigDecimal.ONE.movePointLeft(DECIMALS);
                last = i;
            }
        }
        if (last >= 0) {
            notes.add("Adjusted closes up to " + raw.date(last) + " are below 0.0000000001 and shown as that.");
        }
        return new PriceSeries(raw.symbol(), raw.currency(), raw.epochDays(), closes);
    }

    /** The closes as traded. */
    public PriceSeries raw() {
        return raw;
    }

    /** The adjusted closes, on the same days. */
    public PriceSeries adjusted() {
        return adjusted;
    }

    /** Sentences about what could not be counted. */
    public List<String> notes() {
        return notes;
    }

    /** The same without the days outside the range, both ends inclusive. */
    public AdjustedCloses between(LocalDate from, LocalDate to) {
        return new AdjustedCloses(cut(raw, from, to), cut(adjusted, from, to), notes);
    }

    private static PriceSeries cut(PriceSeries series, LocalDate from, LocalDate to) {
        PriceSeries begun = series.from(from);
        int count = begun.indexOnOrBefore(to.toEpochDay()) + 1;
        long[] days = new long[count];
        BigDecimal[] closes = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            days[i] = begun.date(i).toEpochDay();
            closes[i] = begun.close(i);
        }
        return new PriceSeries(series.symbol(), series.currency(), days, closes);
    }
}
