package io.quantumleap.chat.evidence;

import io.quantumleap.core.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** The figures that the financial tools speak of, with one name and one label each. */
public enum Metric {
    PORTFOLIO("portfolio"),
    PORTFOLIO_ID("portfolio id"),
    CURRENCY("currency"),
    BENCHMARK("benchmark"),
    AS_OF("date"),
    FROM("first day"),
    TO("last day"),
    FIRST_DATE("first day with data"),
    LAST_DATE("last day with data"),

    VALUE("value"),
    CASH("cash"),
    CASH_WEIGHT("cash weight"),
    HOLDING_COUNT("number of holdings"),
    TRANSACTION_COUNT("number of transactions"),
    TOP_3_WEIGHT("weight of the 3 largest holdings"),
    TOP_5_WEIGHT("weight of the 5 largest holdings"),
    EFFECTIVE_HOLDINGS("effective number of holdings"),

    QUANTITY("quantity"),
    PRICE("price"),
    PRICE_DATE("date of the price"),
    COST("cost"),
    WEIGHT("weight"),
    UNREALISED_GAIN("unrealised gain"),
    UNREALISED_RETURN("unrealised gain on cost"),
    REALISED_GAIN("realised gain"),
    GAIN("gain"),
    NET_CONTRIBUTIONS("net contributions"),

    DEPOSITS("deposits"),
    WITHDRAWALS("withdrawals"),
    DIVIDENDS("dividends"),
    INTEREST("interest"),
    FEES("fees"),
    TAXES("taxes"),
    PURCHASES("purchases"),
    SALES("sales"),
    INFLOW("inflow"),
    OUTFLOW("outflow"),
    TRADE_DATE("trade date"),
    TRADE_TYPE("type"),
    SYMBOL("instrument"),
    AMOUNT("amount"),

    TIME_WEIGHTED_RETURN("time-weighted return"),
    MONEY_WEIGHTED_RETURN("money-weighted return a year"),
    CAGR("growth rate a year (CAGR)"),
    PRICE_RETURN("price return"),
    ANNUALISED_RETURN("price return a year"),
    YEAR_RETURN("return of the year"),
    BENCHMARK_YEAR_RETURN("benchmark return of the year"),
    BENCHMARK_RETURN("benchmark return"),
    BENCHMARK_CAGR("benchmark growth rate a year (CAGR)"),
    BENCHMARK_VOLATILITY("benchmark volatility a year"),
    BENCHMARK_MAX_DRAWDOWN("benchmark maximum drawdown"),
    EXCESS_RETURN("difference of the returns"),

    VOLATILITY("volatility a year"),
    DOWNSIDE_DEVIATION("downside deviation a year"),
    SHARPE("Sharpe ratio"),
    SORTINO("Sortino ratio"),
    CALMAR("Calmar ratio"),
    VAR_95("value at risk (95 %, one day)"),
    EXPECTED_SHORTFALL_95("expected shortfall (95 %, one day)"),
    SKEWNESS("skewness"),
    EXCESS_KURTOSIS("excess kurtosis"),
    BEST_DAY("best day"),
    WORST_DAY("worst day"),
    POSITIVE_DAYS("days with a gain"),
    ULCER_INDEX("ulcer index"),
    BETA("beta"),
    ALPHA("alpha a year"),
    CORRELATION("correlation"),
    R_SQUARED("R squared"),
    TRACKING_ERROR("tracking error a year"),
    INFORMATION_RATIO("information ratio"),

    MAX_DRAWDOWN("maximum drawdown"),
    CURRENT_DRAWDOWN("current drawdown"),
    DRAWDOWN_DEPTH("depth"),
    PEAK_DATE("peak"),
    TROUGH_DATE("trough"),
    RECOVERY_DATE("recovery"),
    LENGTH_DAYS("length in days"),

    OBSERVATIONS("daily observations"),
    FIRST_CLOSE("first close"),
    LAST_CLOSE("last close"),
    HIGHEST_CLOSE("highest close"),
    LOWEST_CLOSE("lowest close"),
    HIGHEST_DATE("date of the highest close"),
    LOWEST_DATE("date of the lowest close"),
    START_VALUE("value at the start"),
    END_VALUE("value at the end"),
    NET_INFLOW("net inflow"),
    OTHER_GAIN("gain that no holding made"),
    RETURN_ON_CAPITAL("gain on the capital (Modified Dietz)"),
    OWN_RETURN("own return"),
    CONTRIBUTION("contribution to the return"),
    CHANGE("change of price"),
    VALUE_AFTER("value afterwards"),
    WORST_ON_THE_WAY("lowest result on the way"),
    CASH_AFTER("cash afterwards"),
    CASH_WEIGHT_AFTER("cash weight afterwards"),
    TRADED_QUANTITY("quantity traded"),
    QUANTITY_AFTER("quantity afterwards"),
    WEIGHT_AFTER("weight afterwards"),
    TARGET_WEIGHT("target weight"),
    EFFECTIVE_HOLDINGS_AFTER("effective number of holdings afterwards"),
    VOLATILITY_AFTER("volatility a year afterwards"),
    TURNOVER("turnover"),
    TRADE_COUNT("number of trades"),
    TRADING_COSTS("costs of trading"),
    OVERALL_SCORE("overall score"),
    PERFORMANCE_SCORE("performance score"),
    DIVERSIFICATION_SCORE("diversification score"),
    RISK_SCORE("risk score, higher is safer"),
    BEST_SCORE("best possible score"),
    RISK_LEVEL("level of risk"),
    PROBABILISTIC_SHARPE("probability that the true Sharpe ratio is above zero"),
    CONCENTRATION("Herfindahl-Hirschman index of the holdings"),
    SHARE_OF_INVESTED("share of what is invested"),
    LINE("line that it has reached"),
    TO_CASH("share to move into cash to be back at the line"),
    GAIN_TO_PEAK("gain that leads back to the highest point"),
    MEANING("meaning");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** The machine's name: this constant in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** A figure of this measure. */
    public Figure is(FigureValue value) {
        return new Figure(key(), label, value);
    }

    /** A figure that is an amount whose sign is no news. */
    public Figure amount(Money money) {
        return is(new FigureValue.Amount(money, Sense.SIZE));
    }

    /** A figure that is a gain or, when negative, a loss of money. */
    public Figure gain(Money money) {
        return is(new FigureValue.Amount(money, Sense.CHANGE));
    }

    /** A figure that is a share or a size, shown in per cent. */
    public Figure percent(double ratio) {
        return is(new FigureValue.Percent(ratio, Sense.SIZE));
    }

    /** A figure that is a rise or, when negative, a fall, shown in per cent. */
    public Figure change(double ratio) {
        return is(new FigureValue.Percent(ratio, Sense.CHANGE));
    }

    /** A figure without a unit. */
    public Figure ratio(double value) {
        return is(new FigureValue.Ratio(value));
    }

    /** A figure that is a number of shares or units. */
    public Figure quantity(BigDecimal value) {
        return is(new FigureValue.Quantity(value));
    }

    /** A figure that counts things or days. */
    public Figure count(long value) {
        return is(new FigureValue.Count(value));
    }

    /** A figure that is a day. */
    public Figure day(LocalDate date) {
        return is(new FigureValue.Day(date));
    }

    /** A figure that is a name. */
    public Figure text(String text) {
        return is(new FigureValue.Text(text));
    }
}
