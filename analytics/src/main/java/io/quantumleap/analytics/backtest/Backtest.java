package io.quantumleap.analytics.backtest;

import io.quantumleap.analytics.construction.Weights;
import java.util.OptionalInt;

/**
 * The event loop: at the close of every bar the strategy decides on what it knows, and the decision is executed at the next
 * bar's open or close, at a price worsened by slippage and with commission.
 *
 * <p>Conventions: positions may be fractional; short positions pay no borrowing fee and cash earns no interest; a decision
 * at the last close is not executed and not asked for; when losses on short positions use up all equity, the backtest ends
 * there with equity zero.
 */
public final class Backtest {

    private final PriceBars bars;
    private final Strategy strategy;
    private final BacktestSettings settings;
    private final Account account;

    private Backtest(PriceBars bars, Strategy strategy, BacktestSettings settings) {
        this.bars = bars;
        this.strategy = strategy;
        this.settings = settings;
        this.account = new Account(settings, bars.assets());
    }

    /** The answer: a report, or the reason why the backtest could not be run. */
    public sealed interface Answer {

        /** The backtest ran to the last bar, or to ruin. */
        record Ran(BacktestReport report) implements Answer {}

        /** The backtest could not be run, and this is why. */
        record Refused(BacktestProblem problem) implements Answer {}

        /**
         * The report.
         *
         * @throws IllegalStateException with the problem's sentence if there is none
         */
        default BacktestReport orElseThrow() {
            if (this instanceof Refused refused) {
                throw new IllegalStateException(refused.problem().sentence());
            }
            return ((Ran) this).report();
        }
    }

    /** Runs a strategy over all bars. */
    public static Answer run(PriceBars bars, Strategy strategy, BacktestSettings settings) {
        return run(bars, strategy, settings, 0, bars.size());
    }

    /**
     * Runs a strategy from its first decision at the close of bar {@code from} to the close of bar {@code to - 1}; it sees the
     * bars before {@code from} too.
     *
     * @throws IllegalArgumentException if the stretch is not within the bars
     */
    public static Answer run(PriceBars bars, Strategy strategy, BacktestSettings settings, int from, int to) {
        if (from < 0 || to > bars.size() || from > to) {
            throw new IllegalArgumentException("The stretch lies within the bars.");
        }
        if (to - from < 2) {
            return new Answer.Refused(new BacktestProblem.TooFewBars(to - from, 2));
        }
        return bars.problem()
                .<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Ran(new Backtest(bars, strategy, settings).run(from, to)));
    }

    private BacktestReport run(int from, int to) {
        double[] equity = new double[to - from];
        Decision pending = Decision.hold();
        for (int bar = from; bar < to; bar++) {
            if (!execute(pending, bar)) {
                return ruined(equity, bar);
            }
            int now = bar;
            double value = account.equity(asset -> bars.close(asset, now));
            if (value <= 0) {
                return ruined(equity, bar);
            }
            equity[bar - from] = value;
            pending = bar + 1 < to ? decide(bar) : Decision.hold();
        }
        return new BacktestReport(equity, account.fills(), OptionalInt.empty());
    }

    /** The zeros that the rest of the equity has been from the start are what is left. */
    private BacktestReport ruined(double[] equity, int bar) {
        return new BacktestReport(equity, account.fills(), OptionalInt.of(bar));
    }

    private Decision decide(int bar) {
        Weights held = account.weights(asset -> bars.close(asset, bar));
        Decision decision = strategy.atClose(new BarHistory(bars, bar), held);
        if (decision instanceof Decision.Target target && target.weights().size() != bars.assets()) {
            throw new IllegalArgumentException("A strategy gives one weight for each asset.");
        }
        return decision;
    }

    /** Executes what was decided at the close of the bar before; answers whether anything is left to trade with. */
    private boolean execute(Decision pending, int bar) {
        boolean atOpen = settings.execution() == Execution.NEXT_OPEN;
        if (pending instanceof Decision.Target target) {
            if (account.equity(asset -> price(asset, bar, atOpen)) <= 0) {
                return false;
            }
            account.trade(target.weights(), asset -> price(asset, bar, atOpen), bar - 1, bar);
        }
        return true;
    }

    private double price(int asset, int bar, boolean atOpen) {
        return atOpen ? bars.open(asset, bar) : bars.close(asset, bar);
    }
}
